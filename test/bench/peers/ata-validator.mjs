/** ata-validator, compiled ahead of time by its own command. */
import { execFileSync } from "node:child_process";
import path from "node:path";
import { benchFolder } from "../folders.mjs";

export const name = "ata-validator, compiled";

export function modules({ folder, schemaFile }) {
  const command = path.join(benchFolder, "node_modules/ata-validator/bin/ata.js");
  const args = ["compile", schemaFile, "-o", path.join(folder, "compiled.mjs"), "--no-types", "--no-source"];
  execFileSync(process.execPath, [command, ...args], { env: { ...process.env, NODE_ENV: "production" } });
  return {
    guard: 'export { isValid as isWorkflow } from "./compiled.mjs";',
    validate: 'import { validate as run } from "./compiled.mjs";\nexport const validate = (value) => run(value).valid;',
  };
}
