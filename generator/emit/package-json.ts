/** package.json of the emitted package: the model comes in, JSON text goes out. */
import type { Workflow } from "../model/model.js";
import { subpathsOf } from "./modules.js";
import { runtimeModule, sharedModule } from "./validators/module/module-plan.js";

/** `types` stands first in each condition: TypeScript takes the first that matches. No dependency, ever. */
export function emitPackageJson(model: Workflow): string {
  const { name, version, license, description } = model.package;
  const hasStepModules = model.entries.some(({ module }) => module !== undefined);
  const subpaths = [...subpathsOf(model), ...(hasStepModules ? ["validators/*"] : [])];
  const manifest = {
    name,
    version,
    description,
    license,
    type: "module",
    sideEffects: false,
    engines: { node: ">=18" },
    exports: {
      ".": conditions("index"),
      ...Object.fromEntries(subpaths.map((each) => [`./${each}`, conditions(each)])),
      ...(hasStepModules ? Object.fromEntries(internals.map((each) => [`./${each}`, null])) : {}),
      "./schema.json": "./schema.json",
      "./package.json": "./package.json",
    },
    files: ["*.js", "*.d.ts", ...(hasStepModules ? ["validators"] : []), "schema.json"],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** What the steps' modules import stands beside them, and is nobody else's. */
const internals = [sharedModule, runtimeModule];

const conditions = (name: string) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
