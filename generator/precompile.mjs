/**
 * A step of the build: the contract's schema and the meta-schemas of the dialects in; AJV's validators of them out, and the meta-schemas
 * themselves, as modules beside the code that asks them. They are the same in every run, and compiling them took a tenth of a short one.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import Ajv04 from "ajv-draft-04";
import { Ajv2019 } from "ajv/dist/2019.js";
import { Ajv2020 } from "ajv/dist/2020.js";
import draft06 from "ajv/dist/refs/json-schema-draft-06.json" with { type: "json" };
import standalone from "ajv/dist/standalone/index.js";
import { metaSchemaOf, withoutScheme } from "../dist/schema/dialect/dialects.js";

const options = { allErrors: true, verbose: true, logger: false, code: { source: true, lines: true } };
const ajvOf = {
  "draft-04": Ajv04.default,
  "draft-06": Ajv,
  "draft-07": Ajv,
  "2019-09": Ajv2019,
  "2020-12": Ajv2020,
};

const dist = path.join(import.meta.dirname, "../dist");
for (const file of readdirSync(dist, { recursive: true })) {
  if (file.endsWith(".cjs")) rmSync(path.join(dist, file));
}

const metaSchemas = {};
for (const [dialect, AjvOfDialect] of Object.entries(ajvOf)) {
  const ajv = new AjvOfDialect({ ...options, strict: false });
  if (dialect === "draft-06") ajv.addMetaSchema(draft06);
  write(`schema/dialect/meta-schema-${dialect}.cjs`, ajv, ajv.getSchema(metaSchemaOf[dialect]));
  for (const [uri, { schema }] of Object.entries(ajv.schemas)) {
    // A type that is made of it is then called `JSONSchema`.
    const title = uri === metaSchemaOf[dialect] ? "JSON Schema" : schema.title;
    metaSchemas[withoutScheme(uri)] = { address: uri, document: { ...schema, title } };
  }
}
writeFileSync(path.join(dist, "schema/dialect/meta-schemas.cjs"), `module.exports = ${JSON.stringify(metaSchemas)};\n`);

// That our own schema is one, the tests know.
const ajv = new Ajv2020({ ...options, meta: false, validateSchema: false });
const contractSchema = new URL("../schemas/contract.schema.json", import.meta.url);
write("load/contract-validator.cjs", ajv, ajv.compile(JSON.parse(readFileSync(contractSchema, "utf8"))));

/**
 * CommonJS, as AJV's helpers are, which the modules require. AJV joins the errors of a function to those before them by a copy of all,
 * which takes minutes where there are 100,000 mistakes.
 */
function write(file, ajv, validate) {
  const code = standalone.default(ajv, validate).replaceAll("vErrors.concat(", "joined(vErrors, ");
  writeFileSync(path.join(dist, file), `${code}\n${joined}\n`);
}

function joined(errors, more) {
  for (const error of more) errors.push(error);
  return errors;
}
