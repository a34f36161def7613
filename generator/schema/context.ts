/** The inputs and the problems that go from rule to rule, and where a problem stands that the contract makes. */
import { Failure, type Diagnostic, type Place } from "../diagnostics.js";
import type { Inputs } from "../load/document.js";
import { writtenPlace } from "../load/resolve-names.js";

/** What every rule may look at, and where it puts what it finds wrong: all problems are reported at once. */
export interface Context {
  readonly inputs: Inputs;
  readonly problems: Diagnostic[];
}

/** A place in the contract, by its JSON Pointer once names are resolved. */
export const inContract = ({ inputs }: Context, pointer: string): Place => ({
  file: inputs.contractDocument.file,
  pointer: writtenPlace(pointer, inputs.contractDocument.value),
});

/** The same, of a key. */
export const keyInContract = (context: Context, pointer: string): Place => ({
  ...inContract(context, pointer),
  isKey: true,
});

/** @throws Failure with all problems found so far, if there is an error among them. */
export function stopOnErrors({ problems }: Context): void {
  if (problems.some((problem) => problem.severity === "error")) throw new Failure(problems);
}
