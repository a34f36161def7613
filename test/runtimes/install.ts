/** Before the tests: installs the runtimes where that has not been done. Offline, the tests are skipped by name. */
import { spawnSync } from "node:child_process";
import path from "node:path";

const folder = path.join(import.meta.dirname, "installed");

export default function setup(): void {
  const npm = (...args: readonly string[]) =>
    spawnSync("npm", ["--prefix", folder, ...args], { stdio: ["ignore", "ignore", "inherit"] }).status;
  if (npm("ls", "--loglevel=silent") !== 0) npm("ci", "--ignore-scripts");
}
