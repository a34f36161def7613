/** @exodus/schemasafe: a module compiled ahead of time. */
import { readFileSync } from "node:fs";
import schemasafe from "@exodus/schemasafe";

export const name = "@exodus/schemasafe";

export function modules({ schemaFile }) {
  const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
  const code = (options) => schemasafe.validator(schema, { isJSON: false, ...options }).toModule();
  return {
    guard: `export const isWorkflow = ${code({})}`,
    validate: `export const validate = ${code({ includeErrors: true, allErrors: true })}`,
  };
}
