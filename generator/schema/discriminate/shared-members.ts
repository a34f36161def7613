/**
 * The part of rule **discriminate** for a step that says something beside its branches: definitions in; the same out, with each branch
 * as a type that says that too, so that a factory can make the whole step. Nothing changes where no tag tells the branches apart then.
 */
import type { ContractSteps } from "../../contract.js";
import { refTo, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { lastName } from "../reading/definition-of.js";
import { referencesIn } from "../reading/references-in.js";
import { without } from "../reading/walk.js";
import { wordsOfPlaces } from "../reading/words.js";
import { stepTypeName } from "../name/step-names.js";
import { flattened } from "./flatten.js";
import { referredBy, requiredValues } from "./recognise.js";

/**
 * @param own the step's name.
 * @param entries the types that are asked for by themselves: they stay what they are.
 */
export function withSharedMembers(
  $defs: Definitions,
  own: string,
  steps: ContractSteps,
  entries: ReadonlySet<string>,
): Definitions {
  const choice = choiceIn($defs[own] ?? true);
  const names = choice?.branches.map((branch) => lastName(referredBy(branch) ?? "", $defs)) ?? [];
  if (choice === undefined || names.some((name) => typeof $defs[name] !== "object")) return $defs;
  const wholes = names.map((name) => {
    const branch = $defs[name] as SchemaObject;
    return { ...branch, allOf: [...(branch.allOf ?? []), choice.shared] };
  });
  const flat = flattened({ ...$defs, ...Object.fromEntries(wholes.map((whole, index) => [keyOf(index), whole])) });
  const tags = wholes.map((_, index) => requiredValues(flat[keyOf(index)], steps.tag));
  if (tags.some((values) => values.length !== 1) || new Set(tags.flat()).size < tags.length) return $defs;

  const elsewhere = new Set([
    ...entries,
    ...referencesIn(choice.shared),
    ...Object.entries($defs).flatMap(([each, schema]) => (each === own ? [] : referencesIn(schema))),
  ]);
  const made = names.map((name, index): [string, Schema] => [
    elsewhere.has(name) ? stepTypeName(tags[index]?.[0] ?? "", steps) : name,
    flat[keyOf(index)] ?? true,
  ]);
  if (made.some(([name]) => Object.hasOwn($defs, name) && !names.includes(name))) return $defs;
  const branches = made.map(([name]) => ({ $ref: refTo(name) }));
  return { ...$defs, ...Object.fromEntries(made), [own]: { ...choice.union, [choice.keyword]: branches } };
}

/** No name of a definition. */
const keyOf = (index: number): string => `#/branch/${index}`;

interface Choice {
  readonly keyword: "oneOf" | "anyOf";
  readonly branches: readonly Schema[];
  /** What is said of the place, and nothing else. */
  readonly union: SchemaObject;
  /** What is said beside the branches. */
  readonly shared: SchemaObject;
}

/** Undefined where there are no branches, two lists of them, or nothing beside them but that it is an object. */
function choiceIn(step: Schema): Choice | undefined {
  if (typeof step === "boolean") return undefined;
  const schema = withBranchesOfPart(step);
  if (schema.oneOf !== undefined && schema.anyOf !== undefined) return undefined;
  const keyword = schema.oneOf === undefined ? "anyOf" : "oneOf";
  const branches = schema[keyword];
  const shared = without(schema, keyword, ...wordsOfPlaces);
  if (branches === undefined || Object.keys(without(shared, "type")).length === 0) return undefined;
  return { keyword, branches, shared, union: without(schema, ...Object.keys(shared)) };
}

/** `allOf: [{ what is shared }, { oneOf: [ … ] }]` */
function withBranchesOfPart(step: SchemaObject): SchemaObject {
  const { allOf = [] } = step;
  const [part, ...more] = allOf.filter((each) => typeof each === "object" && hasBranches(each));
  const isAlone = typeof part === "object" && Object.keys(without(part, "oneOf", "anyOf", "type")).length === 0;
  if (!isAlone || more.length > 0 || hasBranches(step)) return step;
  return { ...step, ...part, allOf: allOf.filter((each) => each !== part) };
}

const hasBranches = ({ oneOf, anyOf }: SchemaObject): boolean => oneOf !== undefined || anyOf !== undefined;
