/**
 * Every peer, ready to be measured: `guard.mjs` with `isWorkflow` and, for those that can list errors, `validate.mjs` with
 * `validate`, each in a folder of its own. One that cannot be made here is left out, with the reason.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { schemaFile, workFolder } from "./folders.mjs";

/** In the order of the tables. */
const files = [
  "stepwright",
  "hand-written",
  "ata-validator",
  "ajv-standalone-full",
  "ajv-standalone-fast",
  "ajv-runtime",
  "schemasafe",
  "typia",
  "typebox",
  "arktype",
  "valibot",
  "zod",
];

/** @param wanted names of files below peers/; all where nothing is said. */
export async function preparePeers(wanted = files) {
  const peers = [];
  const skipped = [];
  for (const file of wanted) {
    const folder = path.join(workFolder, file);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    try {
      const { name, modules } = await import(`./peers/${file}.mjs`);
      const texts = await modules({ folder, schemaFile });
      for (const [part, text] of Object.entries(texts)) writeFileSync(path.join(folder, `${part}.mjs`), text);
      await import(path.join(folder, "guard.mjs"));
      peers.push({
        name,
        guard: path.join(folder, "guard.mjs"),
        validate: texts.validate && path.join(folder, "validate.mjs"),
      });
    } catch (error) {
      skipped.push({ name: file, reason: String(error.message).split("\n")[0] });
    }
  }
  return { peers, skipped };
}
