/**
 * json-schema.js: the canonical schema and the model come in; a module goes out whose `xSchema` can also tell their JSON
 * Schemas. A definition is a function of its own, so that one is built when it is asked for, and dropped where nothing asks.
 */
import type { Workflow } from "../model/model.js";
import { publicNames } from "../model/public-names.js";
import type { CanonicalSchema, Json, Schema, SchemaObject } from "../json/json-schema.js";
import { reachedFrom, referencesIn } from "../schema/reading/references-in.js";
import { fidelityOf, isKeyword } from "../schema/reading/fidelity.js";
import { mapObjectsIn } from "../schema/reading/walk.js";
import { literal } from "./text/literal.js";
import { runtimeTypes } from "./runtime/runtime-types.js";
import { literalLines } from "./text/literal-lines.js";
import { runtimePool } from "./runtime/runtime-pool.js";

export function emitJsonSchema({ $defs }: CanonicalSchema, model: Workflow): string {
  const schemas = model.entries.map(({ name }) => ({ name, schema: publicNames(name).schema }));
  const used = definitionsFor(
    schemas.map(({ name }) => name),
    $defs,
  );
  const taken = new Set([...schemas.map(({ schema }) => schema), ...used.map(functionName), "validators"]);
  const helpers = runtimePool().take(["withJsonSchema"], taken);
  const withJsonSchema = helpers.nameOf("withJsonSchema");
  return [
    `import * as validators from "./validators.js";`,
    "",
    ...schemas.map(
      ({ name, schema }) =>
        `export const ${schema} = /* @__PURE__ */ ${withJsonSchema}(validators.${schema}, ${functionName(name)});`,
    ),
    ...used.map((name) => definitionText(name, $defs[name] ?? true)),
    helpers.text,
    "",
  ].join("\n");
}

const functionName = (definition: string): string => `define${definition}`;

/** The entries' definitions and those they need, in the order of the schema. */
function definitionsFor(entries: readonly string[], $defs: CanonicalSchema["$defs"]): readonly string[] {
  const wanted = reachedFrom(entries, (name) => $defs[name]);
  return Object.keys($defs).filter((name) => wanted.has(name));
}

function definitionText(name: string, schema: Schema): string {
  const uses = [...new Set(referencesIn(schema))].map(functionName);
  return `function ${functionName(name)}() {
 return {
  name: ${literal(name)},
  uses: [${uses.join(", ")}],
  schema: ${literalLines(mapObjectsIn(schema, published) as Json, "  ")},
 };
}`;
}

/** As others read it: the branches of a tagged union exclude each other, so any of them may take a value. */
function published(schema: SchemaObject): SchemaObject {
  const { discriminator, oneOf, $comment: _, ...others } = schema;
  const known = Object.fromEntries(Object.entries(others).filter(([keyword]) => isStandard(keyword)));
  if (oneOf === undefined || discriminator === undefined) return { ...known, ...(oneOf && { oneOf }) };
  const { propertyName, mapping, ...more } = discriminator;
  const isOpenApi = Object.keys(more).length === 0;
  const union = { anyOf: oneOf, ...(isOpenApi && { discriminator: { propertyName, mapping } }) };
  return known["anyOf"] === undefined ? { ...known, ...union } : { allOf: [known, union] };
}

/** What is asked of a value, and what is said of it in the standard's words; references are followed by now. */
const isStandard = (keyword: string): boolean => isKeyword(keyword) && fidelityOf(keyword).by !== "resolution";

/** json-schema.d.ts. */
export function emitJsonSchemaDeclaration({ entries }: Workflow): string {
  const types = [...new Set(entries.map(({ type }) => type))].join(", ");
  const schemas = entries.map(
    ({ name, type }) => `/** ${name} as a Standard Schema that also gives its JSON Schema. */
export declare const ${publicNames(name).schema}: StandardJsonSchema<${type}>;
`,
  );
  return `import type { ${types} } from "./types.js";
import type { StandardSchema } from "./validators.js";

${schemas.join("")}
${runtimeTypes("json-schema/standard-json-schema-types.d.ts")}`;
}
