/**
 * A program → the functions whose collectors may say the same thing twice: two functions look at one place where a keyword calls
 * another function for the same value.
 */
import { leadingTo, type Graph } from "../../../graph.js";
import { partsIn } from "./parts.js";
import type { Program, ProjectedSchema, ValidatorFunction } from "./program.js";

/** @param calls which functions call which others. */
export function mayReportTwice(program: Program, calls: Graph): ReadonlySet<string> {
  const found = [...program].filter(([, fn]) => hasTwoVoices(fn));
  return leadingTo(
    found.map(([name]) => name),
    calls,
  );
}

/** A dispatch speaks of the tag, or hands the value on; a constant has one thing to say. */
const hasTwoVoices = (fn: ValidatorFunction): boolean => fn.kind === "schema" && isOrHasTwoVoices(fn.schema);

const isOrHasTwoVoices = (schema: ProjectedSchema): boolean =>
  isTwoVoices(schema) || partsIn(schema).some(isOrHasTwoVoices);

/** Too careful rather than too bold: a list that is searched for nothing is right. */
function isTwoVoices(schema: ProjectedSchema): boolean {
  const keywords = Object.keys(schema);
  const calls = schema.call ?? [];
  return (
    calls.length > 1 ||
    (keywords.length > 1 && keywords.some((keyword) => handsOn.has(keyword))) ||
    keywords.some((keyword) => mayHandOnTwice.has(keyword)) ||
    saysTheSame(schema)
  );
}

/** `const: 1` and `enum: [1]`; `maxItems: 2` and no items behind two. */
const saysTheSame = (schema: ProjectedSchema): boolean =>
  ("const" in schema && "enum" in schema) || ("maxItems" in schema && schema.items === false);

/** Each to one function: that of a union's branch that the value was meant for, or none. */
const handsOn: ReadonlySet<string> = new Set(["call", "anyOf", "oneOf", "unlessReference", "orReference"]);

const mayHandOnTwice: ReadonlySet<string> = new Set(["then", "else", "dependentSchemas", "patternProperties"]);
