/**
 * References from one step to another's output. The compiled text is copied into the package's steps.js.
 */

/** Thrown by `stepRef` for a step without a name: nothing could refer to it. */
export class UnnamedStepError extends Error {
  override readonly name = "UnnamedStepError";

  constructor() {
    super("a step must have a name before another step can refer to it: pass { name } in its options");
  }
}

/** `{ $ref, path }`, as a value anywhere inside another step's input. `step` is a named step or a step's name. */
export function referenceTo(step: unknown, path: string): { $ref: string; path: string } {
  const name = typeof step === "string" ? step : (step as { name?: unknown } | null | undefined)?.name;
  if (typeof name !== "string" || name === "") throw new UnnamedStepError();
  return { $ref: name, path };
}
