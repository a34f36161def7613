/**
 * Rule **inherit**: `allOf: [{ $ref: Base }, { closed object }]` becomes one flat object. The child's property replaces the
 * parent's (a child may widen an enum, so an intersection would be wrong), `required` is the union, and the only
 * closedness is the leaf's. Read to the letter nothing would satisfy such a schema: its parents are closed too. Plain JSON
 * Schema is read to the letter all the same: this is OpenAPI's idiom, and its documents and discriminators tell it. Where a
 * discriminator does, the child may be open too: to the letter its base would be the union that it is a branch of.
 */
import { inheritanceIn, type Bases } from "./inheritance.js";
import type { Definitions, Schema, SchemaObject } from "./json-schema.js";
import type { Named } from "./name.js";
import { keepOrigin, without } from "./walk.js";

export interface Inherited extends Named {
  /** Child → the base it was merged with, the first of several. */
  readonly baseOf: ReadonlyMap<string, string>;
}

export function inherit(named: Named, bases: Bases): Inherited {
  const inheritanceOf = inheritanceIn(named.$defs, bases);
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
    const found = typeof schema === "object" ? inheritanceOf(own) : undefined;
    const [first] = found?.parents ?? [];
    if (found === undefined || first === undefined || typeof schema === "boolean") return schema;
    const parents = found.parents.map(flatten).filter((parent) => typeof parent === "object");
    baseOf.set(own, first);
    const merged = [...found.parts].reduce(merge, parents.map(inheritable).reduce(merge));
    const complete = { ...merged, ...(found.rest.length > 0 && { allOf: found.rest }) };
    flat.set(own, keepOrigin(complete, schema));
    return complete;
  }
}

/** What a child has of its parent: neither its words nor its tag, and not that there is nothing besides. */
const inheritable = (parent: SchemaObject): SchemaObject =>
  without(
    parent,
    "title",
    "description",
    "discriminator",
    ...(parent.additionalProperties === false ? ["additionalProperties"] : []),
  );

function merge(inherited: SchemaObject, own: SchemaObject): SchemaObject {
  const required = [...new Set([...(inherited.required ?? []), ...(own.required ?? [])])];
  const properties: Definitions = { ...inherited.properties, ...own.properties };
  return {
    ...inherited,
    ...own,
    ...(required.length > 0 && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}
