/**
 * Rule **discriminate**: what a tag tells apart becomes a tagged union, a `oneOf` of named branches with a `const` tag
 * in each. A base with a mapping is the union of what the mapping names; a `oneOf` or `anyOf` whose branches carry constant
 * tags is recognised; the contract's step is split by its tag's enum.
 */
import { diagnostic, type Diagnostic } from "../diagnostics.js";
import type { Context } from "./context.js";
import { discriminateMappings, type Discriminated } from "./discriminate-mapping.js";
import { flattened } from "./flatten.js";
import { propertyOf, refName, type Schema } from "./json-schema.js";
import type { Named } from "./name.js";
import { recognise, withoutHints } from "./recognise.js";
import { splitStep, withUnlisted } from "./split-step.js";
import { mapDefinitions, subschemas } from "./walk.js";

export function discriminate(inherited: Named, context: Context): Named & Discriminated {
  const { steps, entries } = context.inputs.contract;
  const borneOut = mapDefinitions(inherited.$defs, withoutHints);
  const named = { ...inherited, ...discriminateMappings(borneOut, steps?.unknownTags ?? "reject") };
  const [union, answered, workflow] = [steps?.at, steps?.answered, entries[steps?.of ?? ""]?.at].map((at) =>
    named.nameAt.get(at ?? ""),
  );
  const flat = flattened(named.$defs);
  const tags = (own: string) => (steps && (own === union || own === answered) ? [steps.tag] : undefined);
  const recognised = mapDefinitions(named.$defs, (schema, own) => recognise(schema, flat, tags(own)));
  const wanted = new Set([union, workflow, ...Object.values(recognised).flatMap(branchesIn)]);
  const whole = mapDefinitions(recognised, (schema, own) =>
    wanted.has(own) && flat[own] !== named.$defs[own] ? recognise(flat[own] ?? true, flat, tags(own)) : schema,
  );
  for (const own of union === undefined ? [] : [workflow, ...branchesIn(whole[union] ?? true)])
    context.problems.push(...impossible(own ?? ""));
  const $defs = Object.entries(whole).flatMap(([own, schema]): [string, Schema][] => {
    if (steps === undefined || own !== union) return [[own, schema]];
    const split = splitStep(own, schema, steps.tag, flat, context);
    return steps.unknownTags === "pass" ? withUnlisted(own, flat[own] ?? true, split) : split;
  });
  return { ...named, $defs: Object.fromEntries($defs) };

  /** What was made of several schemas may demand what one of them forbids, and would vanish from what can be sent. */
  function impossible(own: string): readonly Diagnostic[] {
    const schema = flat[own];
    if (typeof schema !== "object" || schema === named.$defs[own]) return [];
    const { required = [], additionalProperties } = schema;
    const property = required.find((name) => (propertyOf(schema, name) ?? additionalProperties) === false);
    return property === undefined ? [] : [diagnostic("SW232", schema, { name: own, property })];
  }
}

/** The definitions that a tag picks. */
function branchesIn(schema: Schema): readonly string[] {
  if (typeof schema === "boolean") return [];
  const own = Object.values(schema.discriminator?.mapping ?? {}).map(refName);
  return [...own, ...subschemas(schema).flatMap(branchesIn)];
}
