/**
 * A program in; out, the functions outside of cycles that are called in several places and make very many calls about one value. Where
 * each calls the next one twice, a few dozen make more calls than anybody can wait for, unless they remember what they have said.
 */
import { topologicalOrder } from "../../../graph.js";
import { hasDefault, unreferred, type Program, type Projected, type ValidatorFunction } from "./program.js";
import { callsOf } from "./targets-of.js";

/**
 * @param within the functions that are part of a cycle: they count as one call each
 * @param mostCalls how many calls about one value a function may make before it remembers
 */
export function memoizedOutsideCycles(
  program: Program,
  within: ReadonlySet<string>,
  mostCalls: number,
): ReadonlySet<string> {
  const outside = new Map([...program].filter(([name]) => !within.has(name)));
  const calls = new Map([...outside].map(([name, fn]) => [name, callsOf(fn).filter((target) => outside.has(target))]));
  const places = new Map<string, number>();
  for (const each of [...program.values()].flatMap(callsOf)) places.set(each, (places.get(each) ?? 0) + 1);
  /** How many calls about one value come of a call of a function; of one that remembers, no more than the call itself. */
  const numbers = new Map<string, number>();
  const found = new Set<string>();
  for (const name of topologicalOrder(calls)) {
    const number = callsBy(outside.get(name) as ValidatorFunction);
    if (number > mostCalls && (places.get(name) ?? 0) > 1) found.add(name);
    else numbers.set(name, number);
  }
  return found;

  function callsBy(fn: ValidatorFunction): number {
    if (fn.kind === "schema") return 1 + callsIn(fn.schema);
    const behind = callsOf(fn).map(numberOf);
    return 1 + (fn.kind === "dispatch" && hasDefault(fn) ? sum(behind) : most(behind));
  }

  /** Each property is a value of its own, and so is each item: of those, the one that is asked about the most counts. */
  function callsIn(schema: Projected | undefined): number {
    if (typeof schema !== "object") return 0;
    const { properties = {}, patternProperties = {}, additionalProperties, propertyNames, ...others } = schema;
    const { prefixItems = [], items, contains, unlessReference: _, orReference: __, ...beside } = others;
    const { anyOf, oneOf } = beside;
    const named = most([...Object.values(properties), additionalProperties].map(callsIn));
    const matching = sum(Object.values(patternProperties).map(callsIn));
    const listed = most([...prefixItems, items].map(callsIn)) + called({ contains });
    const parts = most([named + matching, listed, called({ propertyNames })]);
    // Collectors ask the branches once more, which was meant.
    return called(beside) + called({ anyOf, oneOf }) + callsIn(unreferred(schema)) + parts;
  }

  /** What comes of the calls of keywords that have no schemas in place. */
  function called(keywords: Readonly<Record<string, unknown>>): number {
    const present = Object.fromEntries(Object.entries(keywords).filter(([, value]) => value !== undefined));
    return sum(callsOf({ kind: "schema", schema: present }).map(numberOf));
  }

  function numberOf(target: string): number {
    return numbers.get(target) ?? 1;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const most = (numbers: readonly number[]): number => numbers.reduce((highest, each) => Math.max(highest, each), 0);
