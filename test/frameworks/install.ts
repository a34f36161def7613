/**
 * Before the tests: installs the frameworks where that has not been done, and writes the examples of generated/README.md as
 * modules into `guide/`. Offline, the tests are skipped by name.
 */
import fs from "node:fs";
import { installPeers } from "../support/install-peers.mjs";
import { writeExamples } from "./examples.js";

const folder = import.meta.dirname;

export default function setup(): void {
  installPeers(folder);
  fs.rmSync(`${folder}/guide`, { recursive: true, force: true });
  writeExamples("generated/README.md", `${folder}/guide`);
}
