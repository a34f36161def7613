/**
 * What the functions of a validator module are called. Naming only: what the module holds, its scope decides.
 */
import { publicNames } from "../../../model/public-names.js";

export interface FunctionNames {
  guard(target: string): string;
  collector(target: string): string;
}

/** No function of the runtime begins with `check` or `collect`. */
export function functionNames(entries: ReadonlySet<string>): FunctionNames {
  return {
    guard: (target) => (entries.has(target) ? publicNames(target).guard : `check${target}`),
    collector: (target) => `collect${target}`,
  };
}
