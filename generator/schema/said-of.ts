/**
 * All that a schema says in any case, wherever it stands: in itself, in what its references lead to, one after another, and in the
 * parts of its `allOf`. In: a schema and the definitions; out: the schemas that hold where it does, or whether one says something.
 */
import { refName, type Definitions, type Schema, type SchemaObject } from "../json/json-schema.js";
import { constantOf } from "./tagged-union.js";

/** The schema itself first. */
export function saidOf(schema: Schema | undefined, $defs: Definitions): readonly SchemaObject[] {
  const found = new Set<SchemaObject>();
  collect(schema);
  return [...found];

  function collect(each: Schema | undefined): void {
    if (typeof each !== "object" || found.has(each)) return;
    found.add(each);
    if (each.$ref !== undefined) collect($defs[refName(each.$ref)]);
    each.allOf?.forEach(collect);
  }
}

/** One that says true is enough (JSON Schema 2020-12, validation 9.4). */
export const says = (schema: Schema, keyword: "readOnly" | "writeOnly", $defs: Definitions): boolean =>
  saidOf(schema, $defs).some((each) => each[keyword] === true);

export const hasDefault = (schema: Schema, $defs: Definitions): boolean =>
  saidOf(schema, $defs).some((each) => each.default !== undefined);

/** As a tag is, which is sent and answered whatever else is said of it. */
export const isConstant = (schema: Schema, $defs: Definitions): boolean =>
  saidOf(schema, $defs).some((each) => constantOf(each) !== undefined);
