/**
 * The contract's `requireInRequest` and all that a request may hold in; a diagnostic for each property that it demands
 * of nothing, or of the server, out.
 */
import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import type { Schema } from "../../json/json-schema.js";
import { formatPointer } from "../../json/pointer.js";
import { didYouMean } from "../../words/did-you-mean.js";
import { inContract, type Context } from "../context.js";
import { pointerHint } from "../bundle/contract-pointers.js";
import { locationOf } from "../bundle/resources.js";
import { objectsIn } from "../reading/walk.js";

/**
 * @param published the definitions that a request reaches, as the schema has them.
 * @param sent the same as they are sent.
 */
export function vainDemands(
  published: readonly Schema[],
  sent: readonly Schema[],
  context: Context,
): readonly Diagnostic[] {
  const demands = Object.entries(context.inputs.contract.requireInRequest ?? {});
  if (demands.length === 0) return [];
  const [known, left] = [propertiesIn(published), propertiesIn(sent)];
  return demands.flatMap(([pointer, properties]) =>
    properties.flatMap((property, index) => {
      const place = inContract(context, `/requireInRequest${formatPointer([pointer, index])}`);
      const names = known.get(pointer) ?? new Set();
      if (!names.has(property)) {
        const hint = names.size > 0 ? didYouMean(property, [...names]) : pointerHint(context, pointer, noObject);
        return [diagnostic("SW116", place, { pointer, property, hint })];
      }
      return left.get(pointer)?.has(property) ? [] : [diagnostic("SW119", place, { pointer, property })];
    }),
  );
}

const noObject = "give the pointer of an object schema that a request reaches, or take it out";

/** Location → the properties of the object schemas that stand there; a step that is split by its tag stands there often. */
function propertiesIn(schemas: readonly Schema[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const schema of schemas.flatMap(objectsIn)) {
    const location = locationOf(schema);
    if (location === undefined || schema.properties === undefined) continue;
    found.set(location, new Set([...(found.get(location) ?? []), ...Object.keys(schema.properties)]));
  }
  return found;
}
