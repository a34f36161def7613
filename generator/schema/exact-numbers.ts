/**
 * Rule **exactNumbers**: an integer that no JavaScript program holds exactly, such as 9007199254740993, is read as its neighbour,
 * and so are the values that it is compared with: a warning at its place.
 */
import { diagnostic, placeOfSchema, type Place } from "../diagnostics.js";
import type { Definitions } from "../json/json-schema.js";
import { formatPointer } from "../json/pointer.js";
import { sourceFinder } from "../locate/find-source.js";
import type { Context } from "./context.js";

export function exactNumbers({ $defs }: { readonly $defs: Definitions }, context: Context): void {
  const { inputs, problems } = context;
  const texts = new Map([inputs.schema, ...inputs.referenced.values()].map(({ file, text }) => [file, text]));
  const find = sourceFinder((file) => texts.get(file));
  for (const { value, place } of Object.values($defs).flatMap((schema) => [...largeIn(schema)])) {
    const source = find(place);
    const [number] = /^-?\d+(?![\d.eE])/.exec(source?.text.slice(source.column - 1) ?? "") ?? [];
    if (number === undefined || Number(number) !== value) continue;
    // Exact, or written by a program that holds it as this one does.
    if (BigInt(number) === BigInt(value) || number === String(value)) continue;
    problems.push(diagnostic("SW253", place, { number, read: String(BigInt(value)) }));
  }
}

interface Large {
  readonly value: number;
  readonly place: Place;
}

/** Integers beyond those that are all exact, wherever they stand; each object knows where it does. */
function* largeIn(value: unknown, around?: Place): Generator<Large> {
  if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value) && around !== undefined)
    yield { value, place: around };
  if (typeof value !== "object" || value === null) return;
  const own = Array.isArray(value) ? around : placeOfSchema(value);
  for (const [key, member] of Object.entries(value)) {
    yield* largeIn(member, own && { ...own, pointer: `${own.pointer}${formatPointer([key])}` });
  }
}
