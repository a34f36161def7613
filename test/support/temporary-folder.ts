/** vitest's global setup: what tests write to the system's temporary folder goes when they are done, however they end. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const folder = mkdtempSync(path.join(tmpdir(), "stepwright-tests-"));

export function setup(): void {
  // Some tests let another user look.
  chmodSync(folder, 0o755);
  process.env["TMPDIR"] = folder;
}

export function teardown(): void {
  rmSync(folder, { recursive: true });
}
