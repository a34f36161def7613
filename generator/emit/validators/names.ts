/**
 * What the functions of a validator module are called. Naming only: what the module holds, its scope decides.
 */

/** The functions and the constant that a package exports for an entry type. */
export interface PublicNames {
  readonly guard: string;
  readonly parse: string;
  readonly safeParse: string;
  readonly schema: string;
}

/** `WorkflowRequest` → `isWorkflowRequest`, …, `workflowRequestSchema`. */
export const publicNames = (entry: string): PublicNames => ({
  guard: `is${entry}`,
  parse: `parse${entry}`,
  safeParse: `safeParse${entry}`,
  schema: `${entry.charAt(0).toLowerCase()}${entry.slice(1)}Schema`,
});

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
