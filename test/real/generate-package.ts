/**
 * The publisher's document in, the package `civitai-orchestration` out, once for all tests of this folder: made by the real
 * command in a temporary folder, as an installed package, and removed at the end.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { contract, document } from "./inputs.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder whose `node_modules` holds the package; empty where the real data is absent. */
    readonly consumer: string;
  }
}

export default function setup(project: TestProject): (() => void) | undefined {
  project.provide("consumer", "");
  if (!existsSync(document)) return undefined;
  const consumer = mkdtempSync(path.join(tmpdir(), "stepwright-real-"));
  const out = path.join(consumer, "node_modules/civitai-orchestration");
  const remove = (): void => rmSync(consumer, { recursive: true, force: true });
  try {
    execFileSync(process.execPath, ["dist/cli.js", "generate", contract, "--schema", document, "--out", out], {
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
    });
  } catch (error) {
    remove();
    throw new Error(`the package was not generated:\n${(error as { stderr?: string }).stderr ?? ""}`, { cause: error });
  }
  project.provide("consumer", consumer);
  return remove;
}
