/** TypeBox, which compiles a JSON Schema where it runs. */
import { readFileSync } from "node:fs";

export const name = "TypeBox";

export function modules({ schemaFile }) {
  const schema = JSON.stringify(JSON.parse(readFileSync(schemaFile, "utf8")));
  const head = `import { Compile } from "typebox/schema";\nconst compiled = Compile(${schema});\n`;
  return {
    guard: `${head}export const isWorkflow = (value) => compiled.Check(value);`,
    validate: `${head}export const validate = (value) => compiled.Check(value) || compiled.Errors(value)[0];`,
  };
}
