/**
 * Rule **inherit**: `allOf: [{ $ref: Base }, { closed object }]` becomes one flat object. The child's property replaces the
 * parent's (a child may widen an enum, so an intersection would be wrong), `required` is the union, and the only
 * closedness is the leaf's. Read to the letter nothing would satisfy such a schema: its parents are closed too. Plain JSON
 * Schema is read to the letter all the same: this is OpenAPI's idiom, and its documents and discriminators tell it.
 */
import { keepOrigin, without } from "./walk.js";
import { refName, type Definitions, type Schema, type SchemaObject } from "./json-schema.js";
import type { Named } from "./name.js";

export interface Inherited extends Named {
  /** Child → the base it was merged with. */
  readonly baseOf: ReadonlyMap<string, string>;
}

/** Which schemas one may inherit from: every one, as in an OpenAPI document, or those with a discriminator above them. */
export type Bases = "every" | "discriminated";

export function inherit(named: Named, bases: Bases): Inherited {
  const flat = new Map<string, Schema>();
  const baseOf = new Map<string, string>();
  for (const own of Object.keys(named.$defs)) flatten(own);
  const $defs = Object.fromEntries(Object.keys(named.$defs).map((own) => [own, flat.get(own) ?? true]));
  return { ...named, $defs, baseOf };

  function flatten(own: string): Schema {
    const known = flat.get(own);
    if (known !== undefined) return known;
    const schema = named.$defs[own] ?? true;
    flat.set(own, schema); // a cycle of parents ends here
    const parts = inheritance(schema, named.$defs);
    if (parts === undefined || (bases === "discriminated" && !isDiscriminated(parts.base))) return schema;
    const base = flatten(parts.base);
    if (typeof base === "boolean") return schema;
    baseOf.set(own, parts.base);
    const merged = merge(base, parts.child, schema as SchemaObject);
    flat.set(own, merged);
    return merged;
  }

  /** Whether a definition, or one that it inherits from, has a discriminator. */
  function isDiscriminated(own: string, seen: ReadonlySet<string> = new Set()): boolean {
    const schema = named.$defs[own] ?? true;
    if (typeof schema === "boolean" || seen.has(own)) return false;
    const parent = inheritance(schema, named.$defs)?.base;
    return (
      schema.discriminator !== undefined || (parent !== undefined && isDiscriminated(parent, new Set([...seen, own])))
    );
  }
}

/** The two parts of an inheriting schema, or undefined for any other. */
function inheritance(schema: Schema, $defs: Definitions): { base: string; child: SchemaObject } | undefined {
  if (typeof schema === "boolean" || schema.allOf?.length !== 2) return undefined;
  const [base, child] = schema.allOf;
  if (typeof base !== "object" || base.$ref === undefined || typeof child !== "object") return undefined;
  const isClosedObject = child.type === "object" && child.additionalProperties === false;
  return isClosedObject && Object.hasOwn($defs, refName(base.$ref)) ? { base: refName(base.$ref), child } : undefined;
}

/** @param beside what stands beside `allOf`: the child's own words. */
function merge(base: SchemaObject, child: SchemaObject, beside: SchemaObject): SchemaObject {
  const required = [...new Set([...(base.required ?? []), ...(child.required ?? [])])];
  return keepOrigin(
    {
      ...without(base, "title", "description", "discriminator", "required"),
      ...child,
      ...without(beside, "allOf"),
      ...(required.length > 0 && { required }),
      properties: { ...base.properties, ...child.properties },
    },
    beside,
  );
}
