/**
 * The part of rule **discriminate** for the contract's step: an object whose tag is an enum becomes a union of one variant a
 * value.
 */
import type { ContractSteps } from "../../contract.js";
import { diagnostic, placeOfSchema, type Place } from "../../diagnostics.js";
import { origin, propertyOf, refTo, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { formatPointer } from "../../json/pointer.js";
import { inContract, type Context } from "../context.js";
import { factoryName } from "../name/factory-name.js";
import { nameLine, underKey } from "../name/other-name.js";
import { stepTypeName } from "../name/step-names.js";
import { valuesOf } from "../reading/listed-values.js";
import { defaultOf, conjunctsOf } from "../reading/conjuncts.js";
import { valuesTaken } from "../reading/values-taken.js";
import { taggedUnion } from "../reading/tagged-union.js";
import { untaggableStep } from "./untaggable-step.js";
import { without } from "../reading/walk.js";
import { freeName } from "../../words/free-name.js";

/**
 * The union under the step's name, a variant a value of its tag, and the untagged rest where the tag is not required.
 * A request without the tag is of the default's variant, if there is a default.
 */
export function splitStep(
  own: string,
  schema: Schema,
  steps: ContractSteps,
  $defs: Definitions,
  context: Context,
): [string, Schema][] {
  const { tag } = steps;
  if (typeof schema === "object" && schema.discriminator !== undefined) return [[own, schema]];
  const property = propertyOf(schema, tag);
  const values = tagValues(property, $defs);
  if (values === undefined || typeof schema === "boolean") {
    for (const each of untaggableStep(schema, tag, $defs, context)) context.problems.push(each);
    return [[own, schema]];
  }
  const branches = new Map(values.map((value) => [value, stepTypeName(value, steps)]));
  const absent = schema.required?.includes(tag) ? undefined : "UntaggedStep";
  const defaultTag = defaultOf(property, $defs);
  const byDefault = typeof defaultTag === "string" ? branches.get(defaultTag) : undefined;
  const said =
    typeof property === "object" ? without(property, "$ref", "allOf", "type", "enum", "const", "default") : {};
  const variants = [...branches].map(([value, branch]): [string, Schema] => {
    const tagSchema = { ...said, ...(value === defaultTag && { default: value }), const: value };
    return [branch, variant(schema, tag, tagSchema)];
  });
  const rest: [string, Schema][] = absent === undefined ? [] : [[absent, variant(schema, tag, false)]];
  reportNames();
  const base: SchemaObject = {
    ...(schema.title !== undefined && { title: schema.title }),
    ...(schema.description !== undefined && { description: schema.description }),
    ...(schema[origin] && { [origin]: schema[origin] }),
  };
  return [[own, taggedUnion(base, tag, branches, { absent, default: byDefault })], ...variants, ...rest];

  /** Two types of one name, the rest without a tag last. */
  function reportNames(): void {
    const taken = new Set(Object.keys($defs));
    const known = new Set([...taken, ...branches.values()]);
    for (const [value, name] of branches) {
      if (taken.has(name)) {
        const where = underKey("steps.factories", nameLine(value, otherFactory(value, known)));
        const told = { name, location: `the step with the tag ${value}`, where };
        context.problems.push(diagnostic("SW220", placeOfName(value), told));
      }
      taken.add(name);
    }
    if (absent === undefined || !taken.has(absent)) return;
    const where = underKey(Object.hasOwn($defs, absent) ? "names" : "steps.factories");
    const told = { name: absent, location: "the step without a tag", where };
    context.problems.push(diagnostic("SW220", placeOfSchema(schema), told));
  }

  /** Where the contract names a tag's factory, and the type by that; else where the schema lists the tag. */
  function placeOfName(value: string): Place | undefined {
    if (Object.hasOwn(steps.factories ?? {}, value))
      return inContract(context, `/steps/factories${formatPointer([value])}`);
    const listed = conjunctsOf(property, $defs).find((each) => valuesOf(each) !== undefined);
    const place = placeOfSchema(listed);
    const index = listed?.enum?.indexOf(value) ?? -1;
    return place && { ...place, pointer: `${place.pointer}${index < 0 ? "/const" : `/enum/${index}`}` };
  }
}

/** One whose type nothing is called. @param known names of types, this one too from now on. */
function otherFactory(tag: string, known: Set<string>): string {
  const typeOf = (factory: string): string => stepTypeName(tag, { factories: { [tag]: factory } });
  const factory = freeName(factoryName(`step ${tag}`), (each) => known.has(typeOf(each)));
  known.add(typeOf(factory));
  return factory;
}

/**
 * A union of steps with a branch for tags that it does not list, which answers may carry.
 * @param step the step as the schema has it.
 */
export function withUnlisted($defs: Definitions, own: string, step: Schema): Definitions {
  const union = $defs[own];
  if (typeof union !== "object" || !union.discriminator || union.discriminator.unknown) return $defs;
  const { propertyName, mapping } = union.discriminator;
  const name = freeName(`Unlisted${own}`, (each) => Object.hasOwn($defs, each));
  const open = {
    ...union,
    oneOf: [...(union.oneOf ?? []), { $ref: refTo(name) }],
    discriminator: { ...union.discriminator, unknown: refTo(name) },
  };
  // Of a step that is split by its tag all else is known; of branches without anything in common only the tag.
  const body = typeof step === "object" ? without(step, "oneOf", "anyOf", "discriminator") : {};
  const branch = variant(body, propertyName, { type: "string", not: { enum: Object.keys(mapping) } });
  return Object.fromEntries(
    Object.entries($defs).flatMap(([each, schema]): (readonly [string, Schema])[] =>
      each === own
        ? [
            [own, open],
            [name, branch],
          ]
        : [[each, schema]],
    ),
  );
}

/** @param tagSchema false where the tag is absent; else it must be there. */
function variant(schema: SchemaObject, tag: string, tagSchema: Schema): SchemaObject {
  const others = Object.entries(schema.properties ?? {}).filter(([key]) => key !== tag);
  const names = [...new Set([...(tagSchema === false ? [] : [tag]), ...(schema.required ?? [])])];
  return {
    ...without(schema, "required", "title"),
    type: "object",
    ...(names.length > 0 && { required: names }),
    properties: Object.fromEntries([[tag, tagSchema], ...others]),
  };
}

function tagValues(property: Schema | undefined, $defs: Definitions): readonly string[] | undefined {
  const values = valuesTaken(property ?? true, $defs);
  return values.length > 0 && values.every((value) => typeof value === "string") ? values : undefined;
}
