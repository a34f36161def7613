/**
 * The contract's `requireInRequest` and all that a request may hold in; a diagnostic for each property that it demands
 * of nothing, or of the server, out.
 */
import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import type { Definitions, Schema, SchemaObject } from "../../json/json-schema.js";
import { formatPointer } from "../../json/pointer.js";
import { multimap } from "../../multimap.js";
import { didYouMean } from "../../words/did-you-mean.js";
import { inContract, type Context } from "../context.js";
import { pointerHint } from "../bundle/contract-pointers.js";
import { locationOf, locationsOfBases } from "../bundle/resources.js";
import { objectsIn } from "../reading/walk.js";
import type { OneWay } from "./one-way.js";

/** @param $defs the definitions as the schema has them. */
export function vainDemands($defs: Definitions, { shapes, reached }: OneWay, context: Context): readonly Diagnostic[] {
  const demands = Object.entries(context.inputs.contract.requireInRequest ?? {});
  if (demands.length === 0) return [];
  const known = propertiesIn([...reached].map((own) => $defs[own] ?? true));
  const left = propertiesIn([...reached].map((own) => shapes.get(own) ?? true));
  return demands.flatMap(([pointer, properties]) =>
    properties.flatMap((property, index) => {
      const place = inContract(context, `/requireInRequest${formatPointer([pointer, index])}`);
      const names = known(pointer);
      if (!names.has(property)) {
        const hint = names.size > 0 ? didYouMean(property, [...names]) : pointerHint(context, pointer, noObject);
        return [diagnostic("SW116", place, { pointer, property, hint })];
      }
      return left(pointer).has(property) ? [] : [diagnostic("SW119", place, { pointer, property })];
    }),
  );
}

const noObject = "give the pointer of an object schema that a request reaches, or take it out";

/**
 * The properties of the object schemas that stand at a location; a step that is split by its tag stands there often. Of a base also those
 * that all have which descend from it: it need not be sent itself.
 */
function propertiesIn(schemas: readonly Schema[]): (location: string) => ReadonlySet<string> {
  const objects = schemas.flatMap(objectsIn).filter(({ properties }) => properties !== undefined);
  const concerned = multimap(
    objects.flatMap((each) => [locationOf(each), ...locationsOfBases(each)].map((at) => [at, each] as const)),
  );
  return (location) => {
    const all = concerned.get(location) ?? [];
    const own = all.filter((each) => locationOf(each) === location).flatMap(namesIn);
    const [first = [], ...others] = all.filter((each) => locationOf(each) !== location).map(namesIn);
    return new Set([...own, ...first.filter((name) => others.every((names) => names.includes(name)))]);
  };
}

const namesIn = ({ properties = {} }: SchemaObject): readonly string[] => Object.keys(properties);
