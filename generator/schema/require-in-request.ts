/**
 * The contract's `requireInRequest` and all that a request may hold in; a diagnostic for each property that it demands
 * of nothing out.
 */
import { diagnostic, type Diagnostic } from "../diagnostics.js";
import { inContract, type Context } from "./context.js";
import type { Schema } from "./json-schema.js";
import { formatPointer } from "./pointer.js";
import { locationOf } from "./resources.js";
import { subschemas } from "./walk.js";

/** @param sent the definitions that a request reaches. */
export function vainDemands(sent: readonly Schema[], context: Context): readonly Diagnostic[] {
  const demands = Object.entries(context.inputs.contract.requireInRequest ?? {});
  if (demands.length === 0) return [];
  const known = new Map<string, Set<string>>();
  sent.forEach((schema) => collectProperties(schema, known));
  return demands.flatMap(([pointer, properties]) =>
    properties.flatMap((property, index) => {
      if (known.get(pointer)?.has(property)) return [];
      const place = inContract(context, `/requireInRequest${formatPointer([pointer, index])}`);
      return [diagnostic("SW116", place, { pointer, property })];
    }),
  );
}

/** Location → the properties of the object schemas that stand there; a step that is split by its tag stands there often. */
function collectProperties(schema: Schema, known: Map<string, Set<string>>): void {
  if (typeof schema === "boolean") return;
  const location = locationOf(schema);
  if (location !== undefined && schema.properties !== undefined) {
    known.set(location, new Set([...(known.get(location) ?? []), ...Object.keys(schema.properties)]));
  }
  for (const inner of subschemas(schema)) collectProperties(inner, known);
}
