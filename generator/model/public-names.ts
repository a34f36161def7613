/** An entry comes in, what the package exports for it goes out: `WorkflowRequest` → `isWorkflowRequest`, …, `workflowRequestSchema`. */

/** The functions and the constant that a package exports for an entry type. */
export interface PublicNames {
  readonly guard: string;
  readonly parse: string;
  readonly safeParse: string;
  readonly schema: string;
}

export const publicNames = (entry: string): PublicNames => ({
  guard: `is${entry}`,
  parse: `parse${entry}`,
  safeParse: `safeParse${entry}`,
  schema: `${entry.charAt(0).toLowerCase()}${entry.slice(1)}Schema`,
});
