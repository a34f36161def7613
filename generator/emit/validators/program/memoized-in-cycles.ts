/**
 * A program in; out, the functions of its cycles that may ask about one part of a value more than once. Each level of a value would
 * double the work of the one above it, unless they remember what they have said.
 */
import { partsIn } from "./parts.js";
import { hasDefault, type Program, type ProjectedSchema, type ValidatorFunction } from "./program.js";
import { callsOf } from "./targets-of.js";

/** The kinds of values that have parts, and the keywords that speak of the parts. */
const partsOf = {
  object: ["properties", "patternProperties", "additionalProperties", "propertyNames"],
  array: ["prefixItems", "items", "contains"],
} as const;
type Kind = keyof typeof partsOf;
/** The keywords that speak of parts of which others speak too. */
const overlapping = { object: "patternProperties", array: "contains" } as const;
const kinds = Object.keys(partsOf) as readonly Kind[];
const keywordsOfParts: readonly string[] = Object.values(partsOf).flat();

/** @param within the functions that are part of a cycle */
export function memoizedInCycles(program: Program, within: ReadonlySet<string>): ReadonlySet<string> {
  const found = [...program].filter(([name, fn]) => within.has(name) && mayAskAgain(fn));
  return new Set(found.map(([name]) => name));

  /** A value without a tag may be tried as what several tags mean. */
  function mayAskAgain(fn: ValidatorFunction): boolean {
    if (fn.kind === "schema") return asksAgain(fn.schema);
    return fn.kind === "dispatch" && hasDefault(fn) && fn.cases.filter(({ to }) => within.has(to)).length > 1;
  }

  function asksAgain(schema: ProjectedSchema): boolean {
    return kinds.some((kind) => isAskedTwice(schema, kind)) || partsIn(schema).some(asksAgain);
  }

  /** Branches of different kinds never look at the same value. */
  function isAskedTwice(schema: ProjectedSchema, kind: Kind): boolean {
    const beside = only(schema, (keyword) => !keywordsOfParts.includes(keyword));
    const parts = only(schema, (keyword) => partsOf[kind].some((each) => each === keyword));
    const asked = calls(beside).filter((target) => accepts(target, kind)).length;
    const further = calls(parts).length;
    const isOverlapping = schema[overlapping[kind]] !== undefined && further > 1;
    return isOverlapping || asked + Math.min(further, 1) > 1;
  }

  function accepts(target: string, kind: Kind): boolean {
    const fn = program.get(target);
    if (fn?.kind !== "schema") return kind === "object"; // only objects have tags
    return fn.schema.type === undefined || [fn.schema.type].flat().includes(kind);
  }

  /** The functions of a cycle that are called, each as often as it is. */
  function calls(schema: ProjectedSchema): readonly string[] {
    return callsOf({ kind: "schema", schema }).filter((target) => within.has(target));
  }
}

const only = (schema: ProjectedSchema, isWanted: (keyword: string) => boolean): ProjectedSchema =>
  Object.fromEntries(Object.entries(schema).filter(([keyword]) => isWanted(keyword)));
