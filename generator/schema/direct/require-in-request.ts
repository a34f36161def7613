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
import { locationOf, locationsOfBases } from "../bundle/resources.js";
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

/**
 * Location → the properties of the object schemas that stand there; a step that is split by its tag stands there often. Of a base also
 * those that all have which descend from it: it need not be sent itself.
 */
function propertiesIn(schemas: readonly Schema[]): ReadonlyMap<string, ReadonlySet<string>> {
  const own = new Map<string, Set<string>>();
  const common = new Map<string, readonly string[]>();
  for (const schema of schemas.flatMap(objectsIn)) {
    const location = locationOf(schema);
    if (location === undefined || schema.properties === undefined) continue;
    const names = Object.keys(schema.properties);
    own.set(location, new Set([...(own.get(location) ?? []), ...names]));
    for (const base of locationsOfBases(schema))
      common.set(
        base,
        names.filter((name) => common.get(base)?.includes(name) ?? true),
      );
  }
  return new Map(
    [...own.keys(), ...common.keys()].map((at) => [at, new Set([...(own.get(at) ?? []), ...(common.get(at) ?? [])])]),
  );
}
