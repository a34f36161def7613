/**
 * The step table of the model: unions, variants with their factories, `workflow()`.
 */
import { diagnostic, placeOfSchema, type Diagnostic } from "../diagnostics.js";
import { literal } from "../emit/literal.js";
import { stepModule } from "../emit/validators/module-plan.js";
import type { Canonical } from "../schema/canonicalize.js";
import { inContract, keyInContract, type Context } from "../schema/context.js";
import { propertyOf, refName, type Schema, type SchemaObject } from "../schema/json-schema.js";
import { listOf } from "../schema/options.js";
import { formatPointer } from "../schema/pointer.js";
import { inputOf } from "../schema/step-input.js";
import { factoryOf } from "../schema/step-names.js";
import { stepReference } from "../schema/step-references/step-references.js";
import { definitionOf } from "../schema/tagged-union.js";
import { reachesSteps, standardOutput, stepProblems, variantsAt } from "./check-steps.js";
import { discriminatorOf } from "./discriminator-of.js";
import { isFactoryName, longestFactoryName } from "./factory-name.js";
import { onceEach } from "./once-each.js";
import type { Direction, StepUnion, StepReferences, StepVariant, Steps, WorkflowFactory } from "./model.js";

export function buildSteps(canonical: Canonical, context: Context): Steps | undefined {
  const { steps } = context.inputs.contract;
  if (steps === undefined) return undefined;
  if (!reachesSteps(canonical, context)) {
    context.problems.push(noStepList(steps.of, context));
    return undefined;
  }
  for (const each of stepProblems(canonical, context)) context.problems.push(each);
  const { $defs, nameAt, nameIn, typeOf } = canonical;
  const typeName = (name: string): string => typeOf.get(name) ?? name;
  const inputProperty = inputOf(steps);
  const own = nameAt.get(steps.at) ?? "";
  const answered = nameAt.get(steps.answered ?? steps.at) ?? "";
  const unions = (["response", "request"] as const).flatMap((direction) => unionIn(direction));
  const request = nameIn(own, "request");
  const sent = request === undefined ? undefined : discriminatorOf($defs[request]);
  const variants = Object.entries(sent?.mapping ?? {}).map(([tag, ref]) => variant(tag, refName(ref)));
  reportFactories(variants, tagSchema, context);
  const workflow = workflowFactory(canonical, context, request);
  return {
    tag: steps.tag,
    inputProperty,
    tagType: tagTypeOf(canonical, context),
    unions: onceEach(unions),
    variants,
    ...(workflow && { workflow }),
    // Where no input has a value to put one in place of, there is no such type.
    ...(Object.hasOwn($defs, stepReference) && { references: references() }),
  };

  function references(): StepReferences {
    const output = steps?.output ?? standardOutput;
    const name = nameIn(answered, "response");
    const makers = variantsAt(steps?.answered ?? steps?.at ?? "", "response", canonical);
    const isSaid = makers.some((step) => propertyOf(step, output) !== undefined);
    return {
      type: stepReference,
      ...(name !== undefined && isSaid && { made: { answered: typeName(name), output } }),
    };
  }

  function unionIn(direction: Direction): StepUnion[] {
    const name = nameIn(direction === "request" ? own : answered, direction);
    const discriminator = name === undefined ? undefined : discriminatorOf($defs[name]);
    if (name === undefined || discriminator === undefined) return [];
    const { absent: untagged, unknown: unlisted } = discriminator;
    return [
      {
        name: typeName(name),
        direction,
        ...(untagged !== undefined && { untagged: typeName(refName(untagged)) }),
        ...(unlisted !== undefined && { mayBeUnlisted: true }),
      },
    ];
  }

  /** Where the schema says that a tag is one. */
  function tagSchema(tag: string): SchemaObject | undefined {
    const step = definitionOf($defs[refName(sent?.mapping[tag] ?? "")], $defs);
    const property = typeof step === "object" ? propertyOf(step, steps?.tag ?? "") : undefined;
    return typeof property === "object" ? property : typeof step === "object" ? step : undefined;
  }

  function variant(tag: string, type: string): StepVariant {
    const schema = definitionOf($defs[type], $defs);
    const body = typeof schema === "object" ? schema : {};
    const input = propertyOf(body, inputProperty);
    const inputType =
      typeof input === "object" && input.$ref !== undefined
        ? typeName(refName(input.$ref))
        : `${type}[${literal(inputProperty)}]`;
    const options = canonical.optionsOf.get(type);
    return {
      tag,
      factory: factoryOf(tag, steps ?? {}),
      type: typeName(type),
      ...(input !== undefined && {
        input: { type: inputType, required: body.required?.includes(inputProperty) ?? false },
      }),
      ...(options !== undefined && { options: { type: options, required: requiresSome($defs[options]) } }),
      ...(body.description !== undefined && { description: body.description }),
    };
  }
}

const noStepList = (entry: string, context: Context): Diagnostic =>
  diagnostic("SW114", inContract(context, "/steps/of"), { entry });

const requiresSome = (schema: Schema | undefined): boolean =>
  typeof schema === "object" && (schema.required?.length ?? 0) > 0;

function tagTypeOf({ nameAt, nameIn }: Canonical, { inputs: { contract } }: Context): string {
  const tag = nameAt.get(`${contract.steps?.at ?? ""}/properties/${contract.steps?.tag ?? ""}`) ?? "";
  // A name that nothing refers to any more, since each variant has its own constant, is still the name for the tags.
  return nameIn(tag, "response") ?? nameIn(tag, "request") ?? (tag === "" ? "StepType" : tag);
}

function workflowFactory(
  canonical: Canonical,
  context: Context,
  stepType: string | undefined,
): WorkflowFactory | undefined {
  const { entries, steps } = context.inputs.contract;
  const entry = steps && entries[steps.of];
  const type = entry && canonical.nameIn(canonical.nameAt.get(entry.at) ?? "", "request");
  if (type === undefined || stepType === undefined) return undefined;
  const stepsProperty = listOf(canonical, type, stepType);
  if (stepsProperty === undefined) {
    context.problems.push(noStepList(steps?.of ?? "", context));
    return undefined;
  }
  const options = canonical.optionsOf.get(type);
  return {
    name: "workflow",
    type: canonical.typeOf.get(type) ?? type,
    stepsProperty,
    stepType: canonical.typeOf.get(stepType) ?? stepType,
    ...(options !== undefined && { options: { type: options, required: requiresSome(canonical.$defs[options]) } }),
  };
}

/** Two factories with one name, names that no factory can have, and names for tags that do not exist. */
function reportFactories(
  variants: readonly StepVariant[],
  tagOf: (tag: string) => SchemaObject | undefined,
  context: Context,
): void {
  const byName = new Map<string, string[]>();
  for (const { factory, tag } of variants) byName.set(factory, [...(byName.get(factory) ?? []), tag]);
  for (const [name, tags] of byName) {
    if (tags.length > 1)
      context.problems.push(diagnostic("SW204", placeOfSchema(tagOf(tags[1] ?? "")), { name, tags: tags.join(", ") }));
  }
  for (const { factory, tag } of variants) {
    if (factory.length <= longestFactoryName) continue;
    const name = `${factory.slice(0, longestFactoryName)}…`;
    context.problems.push(diagnostic("SW242", placeOfSchema(tagOf(tag)), { name, limit: String(longestFactoryName) }));
  }
  if (context.inputs.contract.steps?.modules === true) reportModules(variants, context);
  const known = new Set(variants.map(({ tag }) => tag));
  for (const [tag, name] of Object.entries(context.inputs.contract.steps?.factories ?? {})) {
    const at = `/steps/factories${formatPointer([tag])}`;
    if (!known.has(tag))
      context.problems.push(diagnostic("SW115", keyInContract(context, at), { tag, known: [...known].join(", ") }));
    else if (!isFactoryName(name)) context.problems.push(diagnostic("SW117", inContract(context, at), { name }));
  }
}

/** Modules that not every disk tells apart. */
function reportModules(variants: readonly StepVariant[], context: Context): void {
  const byFile = new Map<string, StepVariant[]>();
  for (const variant of variants) {
    const file = stepModule(variant.factory).normalize("NFC").toUpperCase().toLowerCase();
    byFile.set(file, [...(byFile.get(file) ?? []), variant]);
  }
  for (const each of byFile.values()) {
    const modules = [...new Set(each.map(({ factory }) => `${stepModule(factory)}.js`))].join(" and ");
    const tags = each.map(({ tag }) => tag).join(", ");
    // Two factories of one name are told as such.
    if (new Set(each.map(({ factory }) => factory)).size > 1)
      context.problems.push(diagnostic("SW137", inContract(context, "/steps/modules"), { modules, tags }));
  }
}
