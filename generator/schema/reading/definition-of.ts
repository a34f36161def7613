/** A schema that refers to a definition, or a definition's name, in; what the references lead to out, as far as they go. */
import { reachable } from "../../graph.js";
import { referredName, refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { fidelityOf } from "./fidelity.js";

/** Whether a schema refers to a definition and says nothing else of the value: words do not count, nor what is no keyword. */
export const isOnlyReference = (schema: Schema): schema is SchemaObject & { readonly $ref: string } =>
  typeof schema === "object" &&
  schema.$ref !== undefined &&
  Object.keys(schema).every((keyword) => keyword === "$ref" || fidelityOf(keyword).by === "annotation");

/** What a schema comes to that is only a reference, as far as such references lead. */
export function meantBy(schema: Schema, $defs: Definitions): Schema {
  const way = reachable([schema], (each) => (isOnlyReference(each) ? [$defs[refName(each.$ref)] ?? true] : []));
  return [...way].at(-1) ?? schema;
}

/** What references lead to, whatever else stands beside them. */
export function definitionOf(schema: Schema | undefined, $defs: Definitions): Schema | undefined {
  const name = referredName(schema);
  return name === undefined ? schema : $defs[lastName(name, $defs)];
}

/** The name at the end of references. */
export function lastName(name: string, $defs: Definitions): string {
  const way = reachable([name], (each) => [referredName($defs[each]) ?? []].flat());
  return [...way].at(-1) ?? name;
}
