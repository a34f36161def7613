/**
 * The generator's own runtime as text, as it is copied into a package. Part of the program, not of its input: the same for
 * every run of one build.
 */
import { readdirSync, readFileSync } from "node:fs";

/** All of the runtime's files of one kind, path below `runtime/` → text, sorted by path. */
export function runtimeModules(extension: ".js" | ".d.ts"): ReadonlyMap<string, string> {
  const folder = new URL("../runtime/", import.meta.url);
  const paths = readdirSync(folder, { recursive: true }).map((path) => String(path).replaceAll("\\", "/"));
  const wanted = paths.filter((path) => path.endsWith(extension)).sort();
  return new Map(wanted.map((path) => [path, readFileSync(new URL(path, folder), "utf8")]));
}
