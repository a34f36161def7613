/** Before the tests: installs the build systems where that has not been done. Offline, the tests are skipped by name. */
import { spawnSync } from "node:child_process";

export default function setup(): void {
  const npm = (...args: readonly string[]) =>
    spawnSync("npm", ["--prefix", import.meta.dirname, ...args], { stdio: ["ignore", "ignore", "inherit"] }).status;
  if (npm("ls", "--loglevel=silent") !== 0) npm("ci", "--ignore-scripts");
}
