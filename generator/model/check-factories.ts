/**
 * Factories in; what is wrong with their names out: two with one name, names that no factory can have, names for tags that do not exist,
 * and modules that not every disk tells apart.
 */
import { diagnostic, placeOfSchema, type Diagnostic } from "../diagnostics.js";
import type { SchemaObject } from "../json/json-schema.js";
import { formatPointer } from "../json/pointer.js";
import { multimap } from "../multimap.js";
import { inContract, keyInContract, type Context } from "../schema/context.js";
import { isFactoryName, longestFactoryName } from "../schema/name/factory-name.js";
import type { StepVariant } from "./model.js";
import { stepModule } from "./step-module.js";

/** @param tagOf where the schema says that a tag is one. */
export function factoryProblems(
  variants: readonly StepVariant[],
  tagOf: (tag: string) => SchemaObject | undefined,
  context: Context,
): readonly Diagnostic[] {
  const problems: Diagnostic[] = [];
  const { factories = {} } = context.inputs.contract.steps ?? {};
  for (const [name, tags] of multimap(variants.map(({ factory, tag }) => [factory, tag] as const))) {
    if (tags.length === 1) continue;
    const told = { name, tags: tags.join(", ") };
    const given = tags.filter((tag) => Object.hasOwn(factories, tag)).at(-1);
    problems.push(
      given === undefined
        ? diagnostic("SW204", placeOfSchema(tagOf(tags[1] ?? "")), told)
        : diagnostic("SW142", inContract(context, `/steps/factories${formatPointer([given])}`), told),
    );
  }
  for (const { factory, tag } of variants) {
    if (factory.length <= longestFactoryName) continue;
    const name = `${factory.slice(0, longestFactoryName)}…`;
    problems.push(diagnostic("SW242", placeOfSchema(tagOf(tag)), { name, limit: String(longestFactoryName) }));
  }
  if (context.inputs.contract.steps?.modules === true) problems.push(...moduleProblems(variants, context));
  const known = new Set(variants.map(({ tag }) => tag));
  for (const [tag, name] of Object.entries(factories)) {
    const at = `/steps/factories${formatPointer([tag])}`;
    if (!known.has(tag))
      problems.push(diagnostic("SW115", keyInContract(context, at), { tag, known: [...known].join(", ") }));
    else if (!isFactoryName(name)) problems.push(diagnostic("SW117", inContract(context, at), { name }));
  }
  return problems;
}

/** Modules that not every disk tells apart. */
function moduleProblems(variants: readonly StepVariant[], context: Context): readonly Diagnostic[] {
  const fileOf = ({ factory }: StepVariant): string => stepModule(factory).normalize("NFC").toUpperCase().toLowerCase();
  const byFile = multimap(variants.map((variant) => [fileOf(variant), variant] as const));
  return [...byFile.values()].flatMap((each) => {
    const modules = [...new Set(each.map(({ factory }) => `${stepModule(factory)}.js`))].join(" and ");
    const tags = each.map(({ tag }) => tag).join(", ");
    // Two factories of one name are told as such.
    if (new Set(each.map(({ factory }) => factory)).size === 1) return [];
    return [diagnostic("SW137", inContract(context, "/steps/modules"), { modules, tags })];
  });
}
