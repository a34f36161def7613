/** AJV's standalone code for the schema, guard and collector, bundled so that it stands alone indeed. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { build } from "esbuild";

const require = createRequire(import.meta.url);
const standaloneCode = require("ajv/dist/standalone").default;
const addFormats = require("ajv-formats");

/** @param mode which formats of ajv-formats: "full" or "fast". */
export async function ajvModules({ folder, schemaFile }, mode) {
  const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
  await write(folder, "guard", schema, mode, false);
  await write(folder, "collector", schema, mode, true);
  return {
    guard: 'import code from "./guard-code.mjs";\nexport const isWorkflow = (value) => code(value);',
    validate: 'import code from "./collector-code.mjs";\nexport const validate = (value) => code(value);',
  };
}

async function write(folder, part, schema, mode, allErrors) {
  const ajv = new Ajv2020({ allErrors, code: { source: true } });
  addFormats(ajv, { mode, formats: ["uri", "date-time"] });
  const source = path.join(folder, `${part}-code.cjs`);
  writeFileSync(source, standaloneCode(ajv, ajv.compile(schema)));
  await build({
    entryPoints: [source],
    outfile: path.join(folder, `${part}-code.mjs`),
    bundle: true,
    format: "esm",
    logLevel: "error",
  });
}
