/** The lower bound: what a careful person writes for this one schema. It says yes or no, and has no list of errors. */

export const name = "hand-written";

export const modules = () => ({ guard: 'export { isWorkflow } from "../../hand-written/guard.mjs";' });
