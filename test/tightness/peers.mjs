/**
 * A schema in, what each peer makes of it out: declarations, and the type in them that stands for the schema. Each is called as its
 * documentation says; what it throws, it throws.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { compile } from "json-schema-to-typescript";
import openapiTS, { astToString } from "openapi-typescript";
import { FetchingJSONSchemaStore, InputData, JSONSchemaInput, quicktype } from "quicktype-core";
import { asOpenApi } from "./as-open-api.mjs";

const type = "SuiteEntry";
const packages = path.join(import.meta.dirname, "node_modules");
const versionOf = (name) => JSON.parse(readFileSync(path.join(packages, name, "package.json"), "utf8")).version;

// What its command `ata compile` writes the declarations with; the package exports no way to it.
const { toTypeScript } = createRequire(import.meta.url)(path.join(packages, "ata-validator/lib/ts-gen.js"));

async function jsonSchemaToTypescript(schema, remotes) {
  const marked = typeof schema === "object" ? { ...structuredClone(schema), "x-root": true } : schema;
  const suite = { order: 1, canRead: ({ url }) => remotes.has(url), read: ({ url }) => remoteText(url, remotes) };
  const declarations = await compile(marked, type, {
    bannerComment: "",
    format: false,
    customName: (of) => (of["x-root"] === true ? type : undefined),
    $refOptions: { resolve: { http: false, suite } },
  });
  return { declarations, type };
}

const remoteText = (url, remotes) => JSON.stringify(remotes.get(url));

class SuiteStore extends FetchingJSONSchemaStore {
  constructor(remotes) {
    super();
    this.remotes = remotes;
  }
  async fetch(address) {
    return structuredClone(this.remotes.get(address));
  }
}

async function quicktypeTypes(schema, remotes) {
  const render = async (justTypes) => {
    const input = new JSONSchemaInput(new SuiteStore(remotes));
    await input.addSource({ name: type, schema: JSON.stringify(schema) });
    const inputData = new InputData();
    inputData.addInput(input);
    const options = { inputData, lang: "typescript", rendererOptions: { "just-types": justTypes } };
    return (await quicktype(options)).lines.join("\n");
  };
  const declarations = await render(true);
  if (new RegExp(`^(export )?(type|interface|enum) ${type}\\b`, "m").test(declarations)) return { declarations, type };
  // The type of a root that is a union stands only in the signature of what parses it.
  const [, root] = /public static toSuiteEntry\(json: string\): (.*) \{/.exec(await render(false)) ?? [];
  if (root === undefined) throw new Error("no type for the root");
  return { declarations: `${declarations}\nexport type ${type} = ${root};`, type };
}

async function openapiTypescript(schema) {
  const nodes = await openapiTS(asOpenApi(schema, type), { silent: true });
  return { declarations: astToString(nodes), type: `components["schemas"]["${type}"]` };
}

const ata = async (schema) => ({ declarations: toTypeScript(schema, { name: type }), type });

export const peers = [
  { package: "json-schema-to-typescript", typesOf: jsonSchemaToTypescript },
  { package: "quicktype-core", typesOf: quicktypeTypes },
  { package: "openapi-typescript", typesOf: openapiTypescript },
  { package: "ata-validator", typesOf: ata },
].map((peer) => ({ ...peer, name: `${peer.package} ${versionOf(peer.package)}` }));
