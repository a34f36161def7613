/**
 * Rule **discriminate**: what a tag tells apart becomes a tagged union, a `oneOf` of named branches with a `const` tag
 * in each. A base with a mapping is the union of what the mapping names; a `oneOf` or `anyOf` whose branches carry constant
 * tags, or are given some by its mapping, is recognised; the contract's step is split by its tag's enum.
 */
import type { ContractSteps } from "../../contract.js";
import { diagnostic, placeOfSchema, type Diagnostic } from "../../diagnostics.js";
import { propertyOf, type Definitions, type Schema } from "../../json/json-schema.js";
import type { Context } from "../context.js";
import { withCommonTags } from "./common-tags.js";
import { discriminateMappings, type Discriminated } from "./discriminate-mapping.js";
import { flattened } from "./flatten.js";
import { tagBranches } from "./mapped-branches.js";
import type { Named } from "../name/name.js";
import { withPossibleKinds } from "./possible-kinds.js";
import { recognise, requiredValues, withoutHints } from "./recognise.js";
import { withSharedMembers } from "./shared-members.js";
import { splitStep, withUnlisted } from "./split-step.js";
import { withOneTagEach } from "./one-tag-each.js";
import { pickedBy } from "../reading/tagged-union.js";
import { mapDefinitions, objectsIn } from "../reading/walk.js";

export function discriminate(inherited: Named, context: Context): Named & Discriminated {
  const { steps, entries } = context.inputs.contract;
  const tagged = tagBranches(inherited.$defs, context.problems);
  const bases = mapDefinitions(tagged, (schema) => withoutHints(schema, true));
  const possible = withPossibleKinds(bases, context.problems);
  const read = discriminateMappings({ ...inherited, $defs: possible }, steps?.unknownTags ?? "reject", context);
  const mapped = { ...read, $defs: withCommonTags(read.$defs) };
  const nameOf = (pointer: string | undefined): string | undefined => inherited.nameAt.get(pointer ?? "");
  const [union, answered, workflow] = [steps?.at, steps?.answered, entries[steps?.of ?? ""]?.at].map(nameOf);
  const alone = new Set(Object.values(entries).flatMap(({ at }) => nameOf(at) ?? []));
  const sharing = inStepUnions(mapped.$defs, (all, own, of) => withSharedMembers(all, own, of, alone));
  const named = { ...inherited, ...mapped, $defs: sharing };
  const flat = flattened(named.$defs);
  const published = flattened(mapped.$defs);
  const told = (schema: Schema, own: string): Schema =>
    recognise(schema, flat, requiredValues, steps && (own === union || own === answered) ? [steps.tag] : undefined);
  const unions = mapDefinitions(named.$defs, told);
  // What a tag picks or splits, and what has the steps, is read member by member.
  const isRead = new Set([union, workflow, ...Object.values(unions).flatMap(branchesIn)]);
  const whole = mapDefinitions(unions, (schema, own) =>
    isRead.has(own) && flat[own] !== named.$defs[own] ? told(flat[own] ?? true, own) : schema,
  );
  if (union !== undefined)
    context.problems.push(...[workflow ?? "", ...branchesIn(whole[union] ?? true)].flatMap(impossible));
  const split = Object.entries(whole).flatMap(([own, schema]): [string, Schema][] =>
    steps !== undefined && own === union ? splitStep(own, schema, steps, flat, context) : [[own, schema]],
  );
  const open = inStepUnions(Object.fromEntries(split), (all, own, { unknownTags }) =>
    unknownTags === "pass" ? withUnlisted(all, own, published[own] ?? true) : all,
  );
  return { ...named, $defs: inStepUnions(open, withOneTagEach) };

  /** The definitions as they are when both unions of steps have been changed. */
  function inStepUnions(
    $defs: Definitions,
    change: ($defs: Definitions, own: string, steps: ContractSteps) => Definitions,
  ): Definitions {
    const owns = [...new Set([union, answered])].filter((own) => own !== undefined);
    return steps === undefined ? $defs : owns.reduce((all, own) => change(all, own, steps), $defs);
  }

  /** What was made of several schemas may demand what one of them forbids, and would vanish from what can be sent. */
  function impossible(own: string): readonly Diagnostic[] {
    const schema = flat[own];
    if (typeof schema !== "object" || schema === mapped.$defs[own]) return [];
    const { required = [], additionalProperties } = schema;
    const property = required.find((name) => (propertyOf(schema, name) ?? additionalProperties) === false);
    return property === undefined ? [] : [diagnostic("SW232", placeOfSchema(schema), { name: own, property })];
  }
}

/** The definitions that a tag picks. */
const branchesIn = (schema: Schema): readonly string[] => objectsIn(schema).flatMap(pickedBy);
