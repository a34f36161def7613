/** A value in; whether it means to be a reference to another step's output out. */
import { nearest } from "./did-you-mean.js";

/** Whether an object has a `$ref` of its own, or has it with a slip of the pen beside a `path`. */
export const refersToStep = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (Object.hasOwn(value, "$ref") ||
    (Object.hasOwn(value, "path") && Object.keys(value).some((key) => nearest(key, ["$ref"]) !== undefined)));
