/**
 * A schema and the definitions in; out, the schema itself and all that it asserts through `$ref` and `allOf`, or whether one of these
 * says something.
 */
import { reachable } from "../../graph.js";
import {
  isScalar,
  refName,
  type Definitions,
  type Json,
  type Schema,
  type SchemaObject,
} from "../../json/json-schema.js";
import { valuesOf } from "./listed-values.js";

/** The nearest first. */
export const conjunctsOf = (schema: Schema | undefined, $defs: Definitions): readonly SchemaObject[] => [
  ...reachable(objectsAmong(schema), ({ $ref, allOf = [] }) =>
    objectsAmong($ref === undefined ? undefined : $defs[refName($ref)], ...allOf),
  ),
];

const objectsAmong = (...schemas: readonly (Schema | undefined)[]): readonly SchemaObject[] =>
  schemas.filter((each) => typeof each === "object");

/** One that says true is enough (JSON Schema 2020-12, validation 9.4). */
export const says = (schema: Schema, keyword: "readOnly" | "writeOnly", $defs: Definitions): boolean =>
  conjunctsOf(schema, $defs).some((each) => each[keyword] === true);

/** Of several the nearest. */
export const defaultOf = (schema: Schema | undefined, $defs: Definitions): Json | undefined =>
  conjunctsOf(schema, $defs).find((each) => each.default !== undefined)?.default;

/** As a tag is, which is sent and answered whatever else is said of it. */
export const isConstant = (schema: Schema, $defs: Definitions): boolean =>
  conjunctsOf(schema, $defs).some((each) => {
    const [only, ...others] = valuesOf(each) ?? [];
    return only !== undefined && isScalar(only) && others.length === 0;
  });
