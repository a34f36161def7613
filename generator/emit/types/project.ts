/**
 * A canonical schema in, what json-schema-to-typescript is to print for it out. The type takes every value that the
 * schema takes; what a type cannot say makes it wider, never narrower.
 */
import { refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { kindReader } from "../../schema/reading/kind-reader.js";
import { valuesOf } from "../../schema/reading/listed-values.js";
import { everyKind, type Kind } from "../../schema/reading/kinds.js";
import { arrayType, describesArray } from "./arrays.js";
import { boundedIntersection, boundedUnion, breadthReader } from "./breadth.js";
import { choicesIn } from "./choices.js";
import { literalTypes } from "./literals.js";
import { kindsIn, neverNode, union, unknownNode, type TypeNode } from "./nodes.js";
import { describesObject, objectType } from "./objects.js";
import { Placeholders } from "./placeholders.js";
import type { Projection } from "./projection.js";

/** What reads definitions into types: `sent` as in `Projection`. */
export function typeProjection(
  $defs: Definitions,
  placeholders: Placeholders,
): (schema: Schema, sent: boolean) => TypeNode {
  const kinds = kindReader($defs);
  const breadth = breadthReader(breadthBehind);
  const known = new Map<string, number>();
  return (schema, sent) => {
    const projection: Projection = {
      ...{ placeholders, sent, kinds, $defs, breadth },
      project: (inner) => typeOf(inner, everyKind, projection),
    };
    return projection.project(schema);
  };

  /** Of a definition, whatever its members are: those are not multiplied out. */
  function breadthBehind(name: string): number {
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, 1);
    const aside: Projection = {
      ...{ placeholders: new Placeholders(), sent: false, kinds, $defs, breadth },
      project: () => unknownNode,
    };
    const found = breadth(typeOf($defs[name] ?? true, everyKind, aside));
    known.set(name, found);
    return found;
  }
}

/** The type of a schema of whose values only `within` can occur; `unknown` where it says no more than that. */
function typeOf(schema: Schema, within: readonly Kind[], projection: Projection): TypeNode {
  if (typeof schema === "boolean") return schema ? unknownNode : neverNode;
  const kinds = projection.kinds.possible(schema).filter((kind) => within.includes(kind));
  if (kinds.length === 0) return neverNode;
  const values = valuesOf(schema);
  if (values !== undefined) return literalTypes(schema, kinds, values, projection);
  const bases = basesOf(schema, kinds, projection);
  const branches = choicesIn(schema, projection.$defs, projection.kinds)
    .map((choices) =>
      boundedUnion(
        choices.map((choice) => typeOf(choice, kinds, projection)),
        projection.breadth,
      ),
    )
    .filter(isTelling);
  const own = saysKinds(schema, kinds, within, [...bases, ...branches], projection)
    ? union(shapedFirst(kinds, schema, projection).map((kind) => typeOfKind(kind, schema, projection)))
    : unknownNode;
  return boundedIntersection([...bases, own, ...branches], projection.breadth);
}

/** A schema has to say its kinds where it gives one of them a shape, and where nothing beside it says them already. */
function saysKinds(
  schema: SchemaObject,
  kinds: readonly Kind[],
  within: readonly Kind[],
  beside: readonly TypeNode[],
  { $defs }: Projection,
): boolean {
  const left = beside.map(kindsIn).reduce((found, known) => found.filter((kind) => known.includes(kind)), within);
  return kinds.some((kind) => isShaped(kind, schema, $defs)) || left.some((kind) => !kinds.includes(kind));
}

const isShaped = (kind: Kind, schema: SchemaObject, $defs: Definitions): boolean =>
  (kind === "object" && describesObject(schema, $defs)) || (kind === "array" && describesArray(schema));

/** Without a `type`, what a schema describes comes before all else that it lets pass. */
function shapedFirst(kinds: readonly Kind[], schema: SchemaObject, { $defs }: Projection): readonly Kind[] {
  if (schema.type !== undefined) return kinds;
  const isFirst = (kind: Kind): boolean => isShaped(kind, schema, $defs);
  return [...kinds.filter(isFirst), ...kinds.filter((kind) => !isFirst(kind))];
}

function typeOfKind(kind: Kind, schema: SchemaObject, projection: Projection): TypeNode {
  if (kind === "object") return objectType(schema, projection);
  return kind === "array" ? arrayType(schema, projection) : { type: kind };
}

/** The reference and `allOf`; what says nothing is left out, here and in the branches. */
function basesOf({ $ref, allOf = [] }: SchemaObject, kinds: readonly Kind[], projection: Projection): TypeNode[] {
  const reference = $ref === undefined ? [] : [referenceTo($ref, projection)];
  return [...reference, ...allOf.map((base) => typeOf(base, kinds, projection))].filter(isTelling);
}

const referenceTo = ($ref: string, { placeholders, kinds }: Projection): TypeNode => ({
  tsType: placeholders.hold(refName($ref)),
  kinds: kinds.possible({ $ref }),
  refersTo: refName($ref),
});

const isTelling = (node: TypeNode): boolean => node !== unknownNode;
