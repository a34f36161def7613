/**
 * A canonical schema in, what json-schema-to-typescript is to print for it out. The type takes every value that the
 * schema takes; what a type cannot say makes it wider, never narrower.
 */
import { refName, type Json, type Schema, type SchemaObject } from "../schema/json-schema.js";
import { arrayType } from "./types-arrays.js";
import { admits, describesArray, describesObject, everyKind, kindsOf, type Kind } from "./types-kinds.js";
import { literalType } from "./types-literals.js";
import { intersection, neverNode, union, unknownNode, type TypeNode } from "./types-nodes.js";
import { objectType } from "./types-objects.js";
import type { Placeholders } from "./types-placeholders.js";

export interface Projection {
  readonly placeholders: Placeholders;
  /** Whether callers write values of these types: an optional property then takes `undefined`. */
  readonly sent: boolean;
  /** The type of a schema inside this one. */
  readonly project: (schema: Schema) => TypeNode;
}

/** The type of one definition; `sent` as in `Projection`. */
export function projectType(schema: Schema, placeholders: Placeholders, sent: boolean): TypeNode {
  const projection: Projection = { placeholders, sent, project: (inner) => typeOf(inner, everyKind, projection) };
  return projection.project(schema);
}

/** The type of a schema of whose values only `within` can occur; `unknown` where it says no more than that. */
function typeOf(schema: Schema, within: readonly Kind[], projection: Projection): TypeNode {
  if (typeof schema === "boolean") return schema ? unknownNode : neverNode;
  const kinds = kindsOf(schema, within);
  if (kinds.length === 0 || refusesAll(schema)) return neverNode;
  const values = schema.const === undefined ? schema.enum : [schema.const];
  if (values !== undefined) return literals(schema, kinds, values, projection);
  const bases = basesOf(schema, kinds, projection);
  const branches = branchesOf(schema, kinds, projection);
  const isShaped =
    (kinds.includes("object") && describesObject(schema)) || (kinds.includes("array") && describesArray(schema));
  // The bases and branches know the kinds already.
  const saysKinds = isShaped || (bases.length + branches.length === 0 && kinds.length < within.length);
  const own = saysKinds ? union(kinds.map((kind) => typeOfKind(kind, schema, projection))) : unknownNode;
  return intersection([...bases, own, ...branches]);
}

function typeOfKind(kind: Kind, schema: SchemaObject, projection: Projection): TypeNode {
  if (kind === "object") return objectType(schema, projection);
  return kind === "array" ? arrayType(schema, projection) : { type: kind };
}

/** The reference and `allOf`; what says nothing is left out, here and in the branches. */
function basesOf({ $ref, allOf = [] }: SchemaObject, kinds: readonly Kind[], projection: Projection): TypeNode[] {
  const reference = $ref === undefined ? [] : [{ tsType: projection.placeholders.hold(refName($ref)) }];
  return [...reference, ...allOf.map((base) => typeOf(base, kinds, projection))].filter(isTelling);
}

function branchesOf({ anyOf, oneOf }: SchemaObject, kinds: readonly Kind[], projection: Projection): TypeNode[] {
  const choices = [anyOf, oneOf].filter((branches) => branches !== undefined);
  return choices
    .map((branches) => union(branches.map((branch) => typeOf(branch, kinds, projection))))
    .filter(isTelling);
}

const isTelling = (node: TypeNode): boolean => node !== unknownNode;

function literals(schema: SchemaObject, kinds: readonly Kind[], values: readonly Json[], { placeholders }: Projection) {
  const allowed = values.filter((value) => admits(schema, kinds, value));
  return union(allowed.map((value) => ({ enum: [placeholders.hold(literalType(value))] })));
}

/** `not: true` and `not: {}`, the old ways to write `false`. */
const refusesAll = ({ not }: SchemaObject): boolean =>
  not === true || (typeof not === "object" && not !== null && Object.keys(not).length === 0);
