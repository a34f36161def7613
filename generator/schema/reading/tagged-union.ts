/** Unions whose branches a tag tells apart: what the canonical schema writes for them, and how to read it back. */
import { refName, refTo, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";

/** The one string that a property schema allows, or undefined. */
export function constantOf(schema: Schema | undefined): string | undefined {
  if (typeof schema !== "object") return undefined;
  const only = schema.const ?? (schema.enum?.length === 1 ? schema.enum[0] : undefined);
  return typeof only === "string" ? only : undefined;
}

const words: ReadonlySet<string> = new Set(["title", "description", "deprecated", "examples"]);

/** Whether a schema refers to a definition and says nothing else of the value. */
export const isOnlyReference = (schema: SchemaObject): boolean =>
  schema.$ref !== undefined && Object.keys(schema).every((keyword) => keyword === "$ref" || words.has(keyword));

/** What references lead to, whatever else stands beside them. */
export function definitionOf(schema: Schema | undefined, $defs: Definitions): Schema | undefined {
  const seen = new Set<string>();
  let current = schema;
  while (typeof current === "object" && current.$ref !== undefined && !seen.has(current.$ref)) {
    seen.add(current.$ref);
    current = $defs[refName(current.$ref)];
  }
  return current;
}

/** The name at the end of references. */
export function lastName(name: string, $defs: Definitions): string {
  const seen = new Set<string>();
  let last = name;
  for (let next = $defs[last]; typeof next === "object" && next.$ref !== undefined; next = $defs[last]) {
    if (seen.has(last)) return last;
    seen.add(last);
    last = refName(next.$ref);
  }
  return last;
}

/** The branches of a tagged union that no value of the tag names. */
interface OtherBranches {
  readonly absent?: string | undefined;
  readonly default?: string | undefined;
  readonly unknown?: string | undefined;
}

/** `oneOf` over named branches with the tag that picks one. */
export function taggedUnion(
  base: SchemaObject,
  propertyName: string,
  branches: ReadonlyMap<string, string>,
  others: OtherBranches = {},
): SchemaObject {
  const named = Object.entries(others).flatMap(([role, name]) =>
    name === undefined ? [] : [[role, refTo(name)] as const],
  );
  const names = [...branches.values()].map(refTo).concat(named.map(([, ref]) => ref));
  return {
    ...base,
    oneOf: [...new Set(names)].map(($ref) => ({ $ref })),
    discriminator: {
      propertyName,
      mapping: Object.fromEntries([...branches].map(([tag, branch]) => [tag, refTo(branch)])),
      ...Object.fromEntries(named),
    },
  };
}
