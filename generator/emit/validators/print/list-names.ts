/**
 * What the lists of a validator module are called. The canonical definitions come in; a list's text → the name of what it lists goes out,
 * after the type or the property that lists it, or what the names of all of them have in common. A list without one is numbered.
 */
import { isObject, type Definitions, type Json, type Schema, type SchemaObject } from "../../../json/json-schema.js";
import { valuesOf } from "../../../schema/reading/listed-values.js";
import { pascalCase } from "../../../schema/name/identifier-case.js";
import { multimap } from "../../../multimap.js";
import { literal } from "../../text/literal.js";

const kinds = ["Values", "Tags", "Properties"] as const;

interface Use {
  readonly kind: (typeof kinds)[number];
  readonly owner: string;
  /** Tells it from another owner of the same name. */
  readonly within?: string;
}

export function listNames($defs: Definitions): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const [text, uses] of usesIn($defs)) {
    const name = candidatesFor(uses)
      .map(variableName)
      .find((each) => !taken.has(each) && !isFunctionName(each));
    if (name === undefined) continue;
    names.set(text, name);
    taken.add(name);
  }
  return names;
}

/** A list's text → where it stands: the lists of types first. */
function usesIn($defs: Definitions): ReadonlyMap<string, readonly Use[]> {
  const uses: [text: string, use: Use][] = [];
  const add = (values: readonly Json[] | undefined, use: Use): void => {
    if (values !== undefined) uses.push([literal(values), use]);
  };
  const types = Object.entries($defs).filter((entry): entry is [string, SchemaObject] => isObject(entry[1]));
  for (const [owner, schema] of types) {
    add(valuesOf(schema), { kind: "Values", owner });
    add(schema.discriminator && Object.keys(schema.discriminator.mapping), { kind: "Tags", owner });
    add(schema.properties && Object.keys(schema.properties), { kind: "Properties", owner });
  }
  for (const [within, schema] of types) {
    for (const [owner, value] of Object.entries(schema.properties ?? {})) {
      for (const each of [value, itemOf(value)])
        add(isObject(each) ? valuesOf(each) : undefined, { kind: "Values", owner, within });
    }
  }
  return multimap(uses);
}

/** What the list is most often, and whose. */
function candidatesFor(uses: readonly Use[]): readonly string[] {
  const byKind = kinds.map((kind) => uses.filter((use) => use.kind === kind));
  const [most = []] = byKind.toSorted((one, other) => other.length - one.length);
  return most
    .slice(0, 1)
    .flatMap(({ kind, owner, within }) => [
      `${common(most.map((use) => use.owner)) || "shared"} ${kind}`,
      `${owner} ${kind}`,
      ...(within === undefined ? [] : [`${within} ${owner} ${kind}`]),
    ]);
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

const itemOf = (schema: Schema): Schema | undefined => (typeof schema === "object" ? schema.items : undefined);

function variableName(words: string): string {
  const name = pascalCase(words);
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Functions of the package are called so. */
const isFunctionName = (name: string): boolean => /^(?:is|check|collect|parse|safeParse)(?![a-z])/.test(name);
