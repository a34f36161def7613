/**
 * What the hoisted lists and patterns of a validator module are called: a constant's text → its name, after the type or the property that
 * has it, or what the names of all of them have in common. None has a name that another one might have, and none is counted
 * through: one more leaves the others' names alone.
 */
import type { Scalar } from "../../../json/json-schema.js";
import { pascalCase } from "../../../schema/name/identifier-case.js";
import { multimap } from "../../../multimap.js";
import { literal, patternLiteral } from "../../text/literal.js";
import { nameGiver } from "../../../words/free-name.js";
import { ownerOf, partsBelow } from "../program/parts.js";
import { valuesListed } from "../program/values-listed.js";
import type { Program, ProjectedSchema } from "../program/program.js";

const kinds = ["Values", "Tags", "Properties", "Pattern"] as const;

interface Use {
  readonly kind: (typeof kinds)[number];
  readonly owner: string;
  /** Tells it from another owner of the same name. */
  readonly within?: string;
}

/**
 * @param projected a program whose parts are still where they stand.
 * @param program the one that is printed, with the tags in its order.
 */
export function constantNames(projected: Program, program: Program): ReadonlyMap<string, string> {
  const candidates = [...usesIn(projected, program)].map(([text, uses]) => [text, candidatesFor(uses)] as const);
  const wanted = multimap(candidates.flatMap(([text, names]) => names.map((name) => [name, text] as const)));
  const nameFor = nameGiver([]);
  const named = candidates.map(([text, own]) => {
    const name = own.find((each) => wanted.get(each)?.length === 1) ?? own.at(-1) ?? "";
    return [text, nameFor(name)] as const;
  });
  return new Map(named);
}

/** The text of a constant → where it stands: those of types first. */
function usesIn(projected: Program, program: Program): ReadonlyMap<string, readonly [Use, ...Use[]]> {
  const uses: [text: string, use: Use][] = [];
  for (const [name, fn] of program) {
    if (fn.kind !== "dispatch") continue;
    addTags(
      name,
      fn.cases.flatMap(({ tags }) => tags),
    );
    if (fn.cases.length > 1) for (const { to, tags } of fn.cases) addTags(to, tags);
  }
  const schemas = [...projected].flatMap(([name, fn]) =>
    fn.kind === "schema" ? [[ownerOf(name, projected), fn.schema] as const] : [],
  );
  for (const [owner, schema] of schemas) addOwn(schema, { owner });
  for (const [within, schema] of schemas) {
    for (const [part, words] of partsBelow(schema)) addOwn(part, { owner: itemless(words) || within, within });
  }
  return multimap(uses);

  function addTags(name: string, tags: readonly Scalar[]): void {
    uses.push([literal(tags), { kind: "Tags", owner: ownerOf(name, projected) }]);
  }

  function addOwn(schema: ProjectedSchema, use: Omit<Use, "kind">): void {
    const { const: constant, enum: choices, anyOf, oneOf, properties, pattern, patternProperties = {} } = schema;
    const add = (kind: Use["kind"], text: string): number => uses.push([text, { ...use, kind }]);
    if (constant !== undefined) add("Values", literal([constant]));
    if (choices !== undefined) add("Values", literal(choices.map(({ value }) => value)));
    for (const choice of [anyOf && { anyOf }, oneOf && { oneOf }]) {
      const values = choice && valuesListed(choice, projected);
      if (values !== undefined) add("Values", literal(values));
    }
    if (properties !== undefined) add("Properties", literal(Object.keys(properties)));
    for (const source of [pattern ?? [], Object.keys(patternProperties)].flat()) add("Pattern", patternLiteral(source));
  }
}

/** What the constant is most often, and whose; the last one is the longest. */
function candidatesFor(uses: readonly [Use, ...Use[]]): readonly string[] {
  const byKind = kinds.map((kind) => uses.filter((use) => use.kind === kind));
  const [most = []] = byKind.toSorted((one, other) => other.length - one.length);
  const [{ kind, owner, within } = uses[0]] = most;
  const words = [common(most.map((use) => use.owner)) || "shared", owner, `${within ?? ""} ${owner}`];
  const names = words.map((each) => variableName(`${each} ${kind}`)).filter((each) => !isFunctionName(each));
  return names.length === 0 ? [variableName(`${kind} of ${owner}`)] : [...new Set(names)];
}

/** The words with which all names end, or begin: `StepTemplate` of `EchoStepTemplate` and `ImageGenStepTemplate`. */
function common(names: readonly string[]): string {
  const words = [...new Set(names)].map(wordsOf);
  const end = sharedStart(words.map((each) => each.toReversed())).toReversed();
  return (end.length > 0 ? end : sharedStart(words)).join("");
}

const sharedStart = ([first = [], ...others]: readonly (readonly string[])[]): readonly string[] => {
  const end = first.findIndex((word, index) => others.some((words) => words[index] !== word));
  return end === -1 ? first : first.slice(0, end);
};

const wordsOf = (name: string): readonly string[] =>
  pascalCase(name).match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?[^\p{Lu}]+/gu) ?? [];

/** A list is told by what it is a list of; a type that is one, by its own name. */
const itemless = (words: string): string => words.replaceAll(" item", "");

function variableName(words: string): string {
  const name = pascalCase(words);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Functions of the package are called so. */
const isFunctionName = (name: string): boolean => /^(?:is|check|collect|parse|safeParse)(?![a-z])/.test(name);
