/**
 * OpenAPI 3.0 has lists, no tuples. A tuple of several kinds of items is told as a list of them, which takes more; where
 * taking more would make a schema refuse what it should take, there is no telling it.
 */
import { changeSubschemas, type SchemaKeywords, type SchemaNode } from "./subschemas.js";
import { wordless } from "./wordless.js";

export function tupleAsList({ prefixItems, items = {}, maxItems }: SchemaKeywords): SchemaKeywords {
  const first = (prefixItems ?? []) as readonly unknown[];
  if (first.length === 0) return {};
  const isClosed = JSON.stringify(items) === JSON.stringify({ not: {} });
  const isFull = Number(maxItems) <= first.length;
  const kinds = new Map([...first, ...(isClosed || isFull ? [] : [items])].map((each) => [JSON.stringify(each), each]));
  return {
    items: kinds.size === 1 ? first[0] : { anyOf: [...kinds.values()] },
    ...(isClosed && !isFull && { maxItems: first.length }),
  };
}

/**
 * The same schemas where a wider list never makes one narrower: exactly one branch with a tuple becomes any of them.
 * @param schemas definition name → JSON Schema 2020-12.
 * @throws RangeError for a tuple within `not`, `if` or `contains`, there or in a definition that it refers to.
 */
export function readyForLists(schemas: ReadonlyMap<string, SchemaNode>): (schema: SchemaNode) => SchemaNode {
  return function ready(schema) {
    if (typeof schema !== "object") return schema;
    const negated = ["not", "if", "contains"].map((keyword) => schema[keyword] as SchemaNode | undefined);
    if (negated.some((each) => each !== undefined && hasTuple(each))) throw wordless("openapi-3.0", "prefixItems");
    const { oneOf, ...others } = changeSubschemas(schema, ready);
    if (oneOf === undefined || !hasTuple({ anyOf: oneOf })) return { ...others, ...(oneOf !== undefined && { oneOf }) };
    return "anyOf" in others ? { allOf: [others, { anyOf: oneOf }] } : { ...others, anyOf: oneOf };
  };

  function hasTuple(schema: SchemaNode, seen = new Set<string>()): boolean {
    if (typeof schema !== "object") return false;
    const name = String(schema["$ref"]).slice("#/$defs/".length);
    const referred = seen.has(name) ? undefined : schemas.get(name);
    seen.add(name);
    let found = "prefixItems" in schema || (referred !== undefined && hasTuple(referred, seen));
    changeSubschemas(schema, (child) => {
      found ||= hasTuple(child, seen);
      return child;
    });
    return found;
  }
}
