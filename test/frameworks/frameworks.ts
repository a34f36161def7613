/** The suites of frameworks, skipped by name where npm could not install them. */
import fs from "node:fs";
import path from "node:path";
import { describe } from "vitest";

const isInstalled = fs.existsSync(path.join(import.meta.dirname, "node_modules/.package-lock.json"));

export function framework(name: string, tests: () => void): void {
  describe.skipIf(!isInstalled)(name, () => void tests());
}
