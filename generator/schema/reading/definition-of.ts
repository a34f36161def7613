/** A schema that refers to a definition, or a definition's name, in; what the references lead to out, as far as they go. */
import { refName, type Definitions, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { fidelityOf } from "./fidelity.js";

/** Whether a schema refers to a definition and says nothing else of the value: words do not count, nor what is no keyword. */
export const isOnlyReference = (schema: SchemaObject): boolean =>
  schema.$ref !== undefined &&
  Object.keys(schema).every((keyword) => keyword === "$ref" || fidelityOf(keyword).by === "annotation");

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
