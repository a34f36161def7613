/**
 * What `generation.mjs` compares with: a schema's path and a module's as arguments; the schema is read, compiled by AJV and
 * written as a standalone module.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";

const [schemaPath, modulePath] = process.argv.slice(2);
const ajv = new Ajv2020({ code: { source: true, esm: true }, allErrors: true, strict: false, validateFormats: false });
const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, "utf8")));
writeFileSync(modulePath, standalone.default(ajv, validate));
