/** AJV that compiles where it runs, with the full formats of ajv-formats. */
import { readFileSync } from "node:fs";

export const name = "AJV at run time, full formats";

const text = (schema, options, result) => `import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
const ajv = new Ajv2020(${options});
addFormats.default(ajv, ["uri", "date-time"]);
const run = ajv.compile(${schema});
export const ${result} = (value) => run(value);`;

export function modules({ schemaFile }) {
  const schema = JSON.stringify(JSON.parse(readFileSync(schemaFile, "utf8")));
  return { guard: text(schema, "{}", "isWorkflow"), validate: text(schema, "{ allErrors: true }", "validate") };
}
