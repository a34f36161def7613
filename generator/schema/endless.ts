/**
 * Rule **endless**: a schema that asks itself about the same value, be it through others, would never come to an answer
 * and ends the run. Asking itself about a part of the value is recursion, and fine.
 */
import { diagnostic } from "../diagnostics.js";
import type { Context } from "./context.js";
import { isObject, refName, type Definitions, type Schema } from "./json-schema.js";
import { mapSubschemas } from "./walk.js";

/** What came in, unchanged. */
export function endless<Last extends { readonly $defs: Definitions }>(last: Last, { problems }: Context): Last {
  const next = new Map(Object.entries(last.$defs).map(([location, schema]) => [location, askedOfTheSame(schema)]));
  const reported = new Set<string>();
  for (const location of next.keys()) {
    const circle = circleFrom(location, next);
    if (circle === undefined || circle.some((each) => reported.has(each))) continue;
    for (const each of circle) reported.add(each);
    const schema = last.$defs[location];
    const path = [...circle, location].join(" → ");
    problems.push(diagnostic("SW213", isObject(schema) ? schema : undefined, { location, path }));
  }
  return last;
}

/** The shortest way from a definition back to itself, without the end; undefined where there is none. */
function circleFrom(start: string, next: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const seen = new Set<string>();
  const waiting: (readonly string[])[] = [[start]];
  for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
    for (const target of next.get(way.at(-1) ?? "") ?? []) {
      if (target === start) return way;
      if (!seen.has(target)) waiting.push([...way, target]);
      seen.add(target);
    }
  }
  return undefined;
}

/** Keywords whose subschemas are asked about the same value (JSON Schema 2020-12, core 10.2). */
const sameValue = new Set(["allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas"]);

function askedOfTheSame(schema: Schema): readonly string[] {
  if (typeof schema === "boolean") return [];
  const found = schema.$ref === undefined ? [] : [refName(schema.$ref)];
  mapSubschemas(schema, (child, [keyword]) => {
    if (sameValue.has(keyword)) found.push(...askedOfTheSame(child));
    return child;
  });
  return found;
}
