/**
 * What the validator emitter prints: one function a named schema, before it is code.
 */
import type { SchemaObject } from "../../schema/json-schema.js";

/** Functions by name, in the order in which they were asked for. A guard and a collector are made of each. */
export type Program = ReadonlyMap<string, ValidatorFunction>;

export type ValidatorFunction = SchemaFunction | DispatchFunction | ConstantFunction;

/** AJV writes its body. Every other schema in it is a `call` by name: see keywords.ts. */
export interface SchemaFunction {
  readonly kind: "schema";
  readonly schema: SchemaObject;
}

/** Picks the function by a tag; AJV validates the branch. */
export interface DispatchFunction {
  readonly kind: "dispatch";
  readonly tag: string;
  readonly cases: readonly DispatchCase[];
  /** The function for a value without the tag; such a value is rejected where there is none. */
  readonly absent?: string;
  /** The function for a tag that no case has; such a value is rejected where there is none. */
  readonly unknown?: string;
}

export interface DispatchCase {
  readonly tags: readonly string[];
  readonly to: string;
}

/** A boolean schema. */
export interface ConstantFunction {
  readonly kind: "constant";
  readonly accepts: boolean;
}

/** One branch of a projected `anyOf`, `not`, …: a function's name, or only types, which need no call. */
export type Branch = { readonly call: string } | { readonly types: readonly string[] };
