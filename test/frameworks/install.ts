/**
 * Before the tests: installs the frameworks where that has not been done, and writes the examples of generated/README.md as
 * modules into `guide/`. Offline, the tests are skipped by name.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { writeExamples } from "./examples.js";

const folder = import.meta.dirname;

export default function setup(): void {
  const npm = (...args: readonly string[]) =>
    spawnSync("npm", ["--prefix", folder, ...args], { stdio: ["ignore", "ignore", "inherit"] }).status;
  if (npm("ls", "--loglevel=silent") !== 0) npm("ci", "--ignore-scripts");
  fs.rmSync(`${folder}/guide`, { recursive: true, force: true });
  writeExamples("generated/README.md", `${folder}/guide`);
}
