/**
 * Rule **endless**: a schema that asks itself about the same value, be it through others, would never come to an answer
 * and ends the run. Asking itself about a part of the value is recursion, and fine. So many schemas that ask one another
 * about one value that the answer would not come either end it too.
 */
import { diagnostic, placeOfSchema, type Diagnostic } from "../diagnostics.js";
import { topologicalOrder, type Graph } from "../graph.js";
import type { Definitions } from "../json/json-schema.js";
import { mostLevels } from "../load/limits.js";
import type { Context } from "./context.js";
import { referredInPlace } from "./reading/in-place.js";

export function endless({ $defs }: { readonly $defs: Definitions }, { problems }: Context): void {
  const depths = circles($defs, problems);
  const [deepest = "", depth = 0] = [...depths].reduce((most, each) => (each[1] > most[1] ? each : most), ["", 0]);
  if (depth > mostLevels) {
    problems.push(diagnostic("SW215", placeOfSchema($defs[deepest]), { location: deepest, limit: String(mostLevels) }));
  }
}

/** The same of what a tag tells apart, which may lead back to what it was made of. */
export function endlessChoices({ $defs }: { readonly $defs: Definitions }, { problems }: Context): void {
  circles($defs, problems);
}

/** Tells each circle once. @returns how many others each definition asks that leads into none. */
function circles($defs: Definitions, problems: Diagnostic[]): ReadonlyMap<string, number> {
  const next = new Map(
    Object.entries($defs).map(([location, schema]) => [
      location,
      referredInPlace(schema).filter((each) => Object.hasOwn($defs, each)),
    ]),
  );
  const depths = depthsOf(next);
  const reported = new Set<string>();
  for (const location of next.keys()) {
    if (depths.has(location) || reported.has(location)) continue;
    const circle = circleFrom(location, next, depths);
    if (circle === undefined || circle.some((each) => reported.has(each))) continue;
    for (const each of circle) reported.add(each);
    problems.push(
      diagnostic("SW213", placeOfSchema($defs[location]), { location, path: shortened([...circle, location]) }),
    );
  }
  return depths;
}

/** How many others a definition asks, one behind the other; without those that lead into a circle. */
function depthsOf(next: Graph): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const location of topologicalOrder(next)) {
    const asked = next.get(location) ?? [];
    depths.set(
      location,
      asked.reduce((most, each) => Math.max(most, (depths.get(each) ?? 0) + 1), 0),
    );
  }
  return depths;
}

/** The shortest way from a definition back to itself, without the end; undefined where there is none. */
function circleFrom(start: string, next: Graph, ends: ReadonlyMap<string, unknown>): readonly string[] | undefined {
  const cameFrom = new Map<string, string>();
  const waiting = new Set([start]);
  for (const each of waiting) {
    for (const target of next.get(each) ?? []) {
      if (target === start) return wayTo(each, cameFrom);
      if (waiting.has(target) || ends.has(target)) continue;
      cameFrom.set(target, each);
      waiting.add(target);
    }
  }
  return undefined;
}

function wayTo(end: string, cameFrom: ReadonlyMap<string, string>): readonly string[] {
  const way = [end];
  for (let each = cameFrom.get(end); each !== undefined; each = cameFrom.get(each)) way.push(each);
  return way.toReversed();
}

const shortened = (way: readonly string[]): string =>
  (way.length > 12 ? [...way.slice(0, 6), "…", ...way.slice(-5)] : way).join(" → ");
