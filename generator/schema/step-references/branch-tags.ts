/**
 * Definitions in; of each that is a branch of a choice, the properties that tell it from the others, out: the tag or, where there
 * is none, each that has one value only.
 */
import { referredName, refName, type Definitions, type Schema } from "../../json/json-schema.js";
import { lastName } from "../reading/definition-of.js";
import { valuesOf } from "../reading/listed-values.js";
import { discriminatorOf, pickedBy } from "../reading/tagged-union.js";
import { objectsIn } from "../reading/walk.js";

export function branchTags($defs: Definitions): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const schema of Object.values($defs).flatMap(objectsIn)) {
    const { propertyName } = schema.discriminator ?? {};
    if (propertyName !== undefined) for (const branch of branchesOf(schema)) mark(branch, propertyName);
    else for (const [branch, tag] of constantsIn([...(schema.oneOf ?? []), ...(schema.anyOf ?? [])])) mark(branch, tag);
  }
  return found;

  function constantsIn(choices: readonly Schema[]): readonly (readonly [branch: string, tag: string])[] {
    const names = choices.flatMap((each) => referredName(each) ?? []).map((name) => lastName(name, $defs));
    if (names.length < 2) return [];
    return names.flatMap((name) => {
      const branch = $defs[name];
      const properties = typeof branch === "object" ? Object.entries(branch.properties ?? {}) : [];
      return properties.filter(([, property]) => hasOneValue(property)).map(([key]) => [name, key] as const);
    });
  }

  /** What a branch is made of, and what it is divided into, has its tag as well. */
  function mark(name: string, tag: string): void {
    const own = lastName(name, $defs);
    const tags = found.get(own) ?? new Set();
    if (tags.has(tag)) return;
    found.set(own, tags.add(tag));
    for (const next of [...partsOf($defs[own] ?? true), ...branchesOf($defs[own] ?? true)]) mark(next, tag);
  }
}

function branchesOf(schema: Schema): readonly string[] {
  const { absent, unknown } = discriminatorOf(schema) ?? {};
  return [...pickedBy(schema), ...[absent, unknown].filter((ref) => ref !== undefined).map(refName)];
}

const partsOf = (schema: Schema): readonly string[] =>
  typeof schema === "object" ? (schema.allOf ?? []).flatMap((part) => referredName(part) ?? partsOf(part)) : [];

const hasOneValue = (schema: Schema): boolean => typeof schema === "object" && valuesOf(schema)?.length === 1;
