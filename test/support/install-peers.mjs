/** A folder with a package.json of its own in; what it names installed, where that has not been done yet. */
import { spawnSync } from "node:child_process";

/**
 * Not `npm ci`: it wants the binaries of every platform in the lock file, where a registry may not have them all.
 * @returns whether everything is there; offline it may not be.
 */
export function installPeers(folder) {
  const npm = (...args) =>
    spawnSync("npm", ["--prefix", folder, ...args], { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
  return npm("ls", "--loglevel=silent") || npm("install", "--no-save", "--ignore-scripts", "--loglevel=error");
}
