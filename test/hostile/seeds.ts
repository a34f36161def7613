/**
 * What mutations begin with: the bundled schema, the inputs of the golden cases, slices of the official document.
 */
import fs from "node:fs";
import path from "node:path";
import { goldenCases, hasPackage } from "../support/golden-cases.js";
import type { Seed } from "./mutations.js";
import { hostileInput } from "./slots.js";

const official = "../shared/real/civitai-orchestration-openapi.json";

export function seeds(): readonly Seed[] {
  const golden = goldenCases.filter(hasPackage).map(({ name, contract }): Seed => seedOf(name, contract));
  const slots: Seed = { name: "every place", files: hostileInput({}), schema: "harmless.schema.json" };
  return [
    slots,
    ...golden.filter(({ schema }) => schema.endsWith(".json")),
    ...(fs.existsSync(official) ? slices() : []),
  ];
}

function seedOf(name: string, contract: string): Seed {
  const folder = path.dirname(contract);
  const names = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names
    .filter(
      (file) =>
        fs.statSync(path.join(folder, file)).isFile() && !/civitai-orchestration|values\.json|usage\.ts/.test(file),
    )
    .map((file) => [
      file === path.basename(contract) ? "workflow.contract.json" : file,
      fs.readFileSync(path.join(folder, file), "utf8"),
    ]);
  const { schema } = JSON.parse(fs.readFileSync(contract, "utf8")) as { schema: string };
  return { name, files: Object.fromEntries(files), schema };
}

interface OpenApi {
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** One input of a step each, with all that it reaches. */
function slices(): readonly Seed[] {
  const { components } = JSON.parse(fs.readFileSync(official, "utf8")) as OpenApi;
  const roots = Object.keys(components.schemas)
    .filter((name) => name.endsWith("Input"))
    .slice(0, 12);
  return roots.map((root): Seed => {
    const reached = new Set([root]);
    for (const name of reached) {
      for (const [, next] of JSON.stringify(components.schemas[name]).matchAll(/#\/components\/schemas\/([^"]+)"/g)) {
        if (next !== undefined && reached.size < 40) reached.add(next);
      }
    }
    const schemas = Object.fromEntries([...reached].map((name) => [name, components.schemas[name]]));
    const contract = {
      schema: "slice.json",
      package: { name: "slice", version: "1.0.0", license: "MIT", description: "A slice." },
      entries: { [`${root}Entry`]: { at: root, direction: "both" } },
    };
    return {
      name: `a slice: ${root}`,
      schema: "slice.json",
      files: {
        "workflow.contract.json": JSON.stringify(contract),
        "slice.json": JSON.stringify({
          openapi: "3.1.0",
          info: { title: "Slice", version: "1" },
          components: { schemas },
        }),
      },
    };
  });
}
