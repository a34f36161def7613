/**
 * Rule **inherit**: `allOf: [{ $ref: Base }, { closed object }]` becomes one flat object. The child's property replaces the
 * parent's (a child may widen an enum, so an intersection would be wrong), `required` is the union, the only closedness is
 * the leaf's, and of all else both hold. Read to the letter nothing would satisfy such a schema: its parents are closed too. Plain JSON
 * Schema is read to the letter all the same: this is OpenAPI's idiom, and its documents and discriminators tell it. Where a
 * discriminator does, the child may be open too: to the letter its base would be the union that it is a branch of. Of a
 * property of an open child both hold: nothing says that it would replace the parent's.
 */
import { origin, originOf, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { locationOf, locationsOfBases } from "../bundle/resources.js";
import { inheritanceIn, type Bases, type Inheritance } from "./inheritance.js";
import type { Named } from "../name/name.js";
import { keepOrigin, without } from "../reading/walk.js";
import { bothParts, withOwn } from "./with-own.js";

export function inherit(named: Named, bases: Bases): Named {
  const inheritanceOf = inheritanceIn(named.$defs, bases);
  const flat = new Map<string, Schema>();
  for (const own of Object.keys(named.$defs)) flatten(own);
  const $defs = Object.fromEntries(Object.keys(named.$defs).map((own) => [own, flat.get(own) ?? true]));
  return { ...named, $defs };

  function flatten(own: string): Schema {
    const known = flat.get(own);
    if (known !== undefined) return known;
    const schema = named.$defs[own] ?? true;
    flat.set(own, schema); // a cycle of parents ends here
    const found = inheritanceOf(own);
    if (typeof schema === "boolean" || found?.isKind !== true) return schema;
    const complete = withBases(keepOrigin(merged(found), schema), found.parents.map(asParent));
    flat.set(own, complete);
    return complete;
  }

  function merged({ parents, parts, rest }: Inheritance): SchemaObject {
    const bases = parents.map(asParent).filter((parent) => typeof parent === "object");
    const own = parts.reduce(bothParts);
    const both = own.additionalProperties === false ? withOwn : bothParts;
    const whole = both(bases.map(inheritable).reduce(both), own);
    return rest.length > 0 ? { ...whole, allOf: [...(whole.allOf ?? []), ...rest] } : whole;
  }

  /** What is only another name for a base has nothing but it to pass on, and not all that descends from it. */
  function asParent(own: string): Schema {
    const found = inheritanceOf(own);
    return found?.isKind === false ? merged(found) : flatten(own);
  }
}

/** What a contract says of a base goes for all that descends from it. */
function withBases(schema: SchemaObject, parents: readonly Schema[]): SchemaObject {
  const from = originOf(schema);
  if (from === undefined) return schema;
  const own = parents.flatMap((each) => (typeof each === "object" ? (locationOf(each) ?? []) : []));
  return { ...schema, [origin]: { ...from, bases: [...new Set([...own, ...parents.flatMap(locationsOfBases)])] } };
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
