/**
 * Identical parts of a program become one function: a large API repeats the same property in a hundred variants, and the
 * same variant under many names. In: a program. Out: an equal program with less text; entries keep their own functions.
 */
import { topologicalOrder } from "../../../graph.js";
import { multimap } from "../../../multimap.js";
import { sharedNames, type Place } from "./shared-names.js";
import { mapParts, partsBelow } from "./parts.js";
import { unreferred, type Program, type Projected, type ProjectedSchema, type ValidatorFunction } from "./program.js";
import { renameTargets } from "./rename-targets.js";
import { callsOf } from "./targets-of.js";

/** How often a part must occur, and how long its schema must be as JSON, before a function of its own is shorter. */
const leastUses = 3;
const leastLength = 56;

export const deduplicated = (program: Program, entries: ReadonlySet<string>): Program =>
  mergeEqual(shareParts(program), entries);

function shareParts(program: Program): Program {
  const texts = new Map<object, string>();
  const shared = sharedNames(repeatedParts(), program);
  const added = new Map<string, ValidatorFunction>();
  const functions = [...program].map(([name, fn]): [string, ValidatorFunction] => [
    name,
    fn.kind === "schema" ? { ...fn, schema: mapParts(fn.schema, replace) } : fn,
  ]);
  return new Map([...functions, ...added]);

  /** The text of a part → where it stands. */
  function repeatedParts(): ReadonlyMap<string, readonly [Place, ...Place[]]> {
    const places: [text: string, place: Place][] = [];
    for (const [owner, fn] of program) {
      if (fn.kind !== "schema") continue;
      for (const [part, words] of partsBelow(fn.schema))
        if (isWorthIt(part)) places.push([textOf(part), { part, owner, words }]);
    }
    return new Map([...multimap(places)].filter(([, { length }]) => length >= leastUses));
  }

  function isWorthIt(part: ProjectedSchema): boolean {
    return !("call" in part) && (unreferred(part) !== undefined || textOf(part).length >= leastLength);
  }

  function textOf(part: ProjectedSchema): string {
    const text = texts.get(part) ?? JSON.stringify(part);
    texts.set(part, text);
    return text;
  }

  function replace(part: Projected): Projected {
    if (typeof part === "boolean") return part;
    const name = shared.get(textOf(part));
    if (name === undefined) return mapParts(part, replace);
    if (!added.has(name)) {
      added.set(name, { kind: "constant", accepts: true }); // holds the place while its own parts are shared
      added.set(name, { kind: "schema", schema: mapParts(part, replace) });
    }
    return { call: [name] };
  }
}

/**
 * Functions that ask the same question become the first of them, until no two are equal. One that stands for several types
 * has no type's name: sentences would tell the wrong one.
 */
function mergeEqual(program: Program, entries: ReadonlySet<string>): Program {
  const { same, nameless } = equalFunctions(program, entries);
  if (same.size === 0) return program;
  const rename = (target: string): string => same.get(target) ?? target;
  const kept = [...program]
    .filter(([name]) => !same.has(name))
    .map(([name, fn]): [string, ValidatorFunction] => {
      const renamed = renameTargets(fn, rename);
      return [name, nameless.has(name) ? withoutType(renamed) : renamed];
    });
  return mergeEqual(new Map(kept), entries);
}

/** Function → the first of those that ask the same; and which of these stand for several types. */
function equalFunctions(program: Program, entries: ReadonlySet<string>) {
  const groups = new Map<string, string[]>();
  const groupOf = new Map<string, string>();
  // What a function calls comes before it: a chain that is there twice is found in one go.
  const calls = new Map([...program].map(([name, fn]) => [name, callsOf(fn)]));
  for (const name of new Set([...topologicalOrder(calls), ...program.keys()])) {
    const fn = program.get(name) as ValidatorFunction;
    const text = JSON.stringify(withoutType(renameTargets(fn, (target) => groupOf.get(target) ?? target)));
    const group = groups.get(text) ?? [];
    groups.set(text, group);
    group.push(name);
    if (!entries.has(name)) groupOf.set(name, group[0] ?? name);
  }
  const places = new Map([...program.keys()].map((name, index) => [name, index]));
  const same = new Map<string, string>();
  const nameless = new Set<string>();
  for (const group of groups.values()) {
    const [first = "", ...others] = group.sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
    for (const name of others) {
      if (!entries.has(name)) same.set(name, first);
      const [one, other] = [program.get(name) as ValidatorFunction, program.get(first)];
      if (areOtherTypes(one, other) || isInFewWords(one, other)) nameless.add(first);
    }
  }
  return { same, nameless };
}

/** A function that the projection made has no type. An object or a list may well be called after a type that asks the same. */
function areOtherTypes(one: ValidatorFunction, other: ValidatorFunction | undefined): boolean {
  const [first, second] = [one.type, other?.type];
  return first !== undefined && second !== undefined && first !== second;
}

/** Whether only one of them is a type, of plain values: what they are says more than the name of a type that has nothing to do with it. */
function isInFewWords(one: ValidatorFunction, other: ValidatorFunction | undefined): boolean {
  const types = [one, other].filter((fn) => fn?.type !== undefined);
  if (types.length !== 1 || one.kind !== "schema") return false;
  const kinds = [one.schema.type ?? []].flat();
  return kinds.length > 0 && !kinds.includes("object") && !kinds.includes("array");
}

function withoutType(fn: ValidatorFunction): ValidatorFunction {
  const { type: _, ...question } = fn;
  return question;
}
