/** Before the tests: installs the build systems where that has not been done. Offline, the tests are skipped by name. */
import { spawnSync } from "node:child_process";

export default function setup(): void {
  const npm = (...args: readonly string[]) =>
    spawnSync("npm", ["--prefix", import.meta.dirname, ...args], { stdio: ["ignore", "ignore", "inherit"] }).status;
  // Not `npm ci`: it wants binaries for every platform in the lock file, where a registry may not have them all.
  if (npm("ls", "--loglevel=silent") !== 0) npm("install", "--no-save", "--ignore-scripts");
}
