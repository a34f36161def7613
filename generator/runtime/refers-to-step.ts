/** A value in; whether it means to be a reference to another step's output out. */

/** Whether an object has a `$ref` of its own. */
export const refersToStep = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "$ref");
