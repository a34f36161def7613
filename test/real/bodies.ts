/**
 * The real bodies with the verdicts that `expected.json` gives them.
 */
import { readFileSync } from "node:fs";
import { dataFile, isThere } from "./package.js";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

export interface Body {
  /** Path below the data's folder. */
  readonly file: string;
  /** The component it is a value of, which is the entry type's name too. */
  readonly type: string;
  readonly value: JsonObject;
  readonly verdict: "accept" | "accept-with-corrections" | "reject";
  readonly fault?: string;
  /** The place that is wrong, as a JSON Pointer, and what AJV would say of it. */
  readonly error?: string;
}

interface Expectation extends Omit<Body, "file" | "type" | "value"> {
  readonly kind: string;
  readonly component?: string;
}

const typeOfKind = new Map([
  ["request", "WorkflowTemplate"],
  ["step", "WorkflowStepTemplate"],
]);

const read = (file: string): unknown => JSON.parse(readFileSync(dataFile(file), "utf8"));

/** Every body of the folder; none where it is absent. */
export const bodies: readonly Body[] = isThere
  ? Object.entries(read("expected.json") as Record<string, Expectation>).map(
      ([file, { kind, component, ...rest }]) => ({
        ...rest,
        file,
        type: component ?? typeOfKind.get(kind) ?? kind,
        value: read(file) as JsonObject,
      }),
    )
  : [];

export const accepted: readonly Body[] = bodies.filter(({ verdict }) => verdict !== "reject");
