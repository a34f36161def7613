/**
 * Rule **discriminate**: what a tag tells apart becomes a tagged union, a `oneOf` of named branches with a `const` tag
 * in each. A base with a mapping is the union of what the mapping names; a `oneOf` or `anyOf` whose branches carry constant
 * tags is recognised; the contract's step is split by its tag's enum.
 */
import type { Context } from "./context.js";
import { discriminateMappings, type Discriminated } from "./discriminate-mapping.js";
import type { Schema } from "./json-schema.js";
import type { Named } from "./name.js";
import { recognise, withoutHints } from "./recognise.js";
import { splitStep, withUnlisted } from "./split-step.js";
import { mapDefinitions } from "./walk.js";

export function discriminate(inherited: Named, context: Context): Named & Discriminated {
  const { steps } = context.inputs.contract;
  const borneOut = mapDefinitions(inherited.$defs, withoutHints);
  const named = { ...inherited, ...discriminateMappings(borneOut, steps?.unknownTags ?? "reject") };
  const [union, answered] = [steps?.at, steps?.answered].map((at) => named.nameAt.get(at ?? ""));
  const $defs = Object.entries(named.$defs).flatMap(([own, schema]): [string, Schema][] => {
    if (steps === undefined || (own !== union && own !== answered)) return [[own, recognise(schema, named.$defs)]];
    if (own !== union) return [[own, recognise(schema, named.$defs, [steps.tag])]];
    const split = splitStep(own, recognise(schema, named.$defs, [steps.tag]), steps.tag, named.$defs, context);
    return steps.unknownTags === "pass" ? withUnlisted(own, schema, split) : split;
  });
  return { ...named, $defs: Object.fromEntries($defs) };
}
