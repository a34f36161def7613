/**
 * Standard Schema v1 (https://standardschema.dev), as far as this package fills it.
 */
import type { Issue } from "./issue.js";

/** A validator in the shape of Standard Schema v1; validation is synchronous and gives the same value back. */
export interface StandardSchema<T> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "stepwright";
    readonly validate: (value: unknown) => StandardResult<T>;
    readonly types?: { readonly input: T; readonly output: T };
  };
}

export type StandardResult<T> =
  { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
