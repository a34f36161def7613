/**
 * The generator's own runtime as text, as it is copied into a package. Part of the program, not of its input: the same for
 * every run of one build.
 */
import { readdirSync, readFileSync } from "node:fs";

type Extension = ".js" | ".d.ts";

/** Read when they are first asked for: they stay while the program runs, like its own code. */
const known = new Map<Extension, ReadonlyMap<string, string>>();

/** All of the runtime's files of one kind, path below `runtime/` → text, sorted by path. Always the same map. */
export function runtimeModules(extension: Extension): ReadonlyMap<string, string> {
  const modules = known.get(extension) ?? readModules(extension);
  known.set(extension, modules);
  return modules;
}

function readModules(extension: Extension): ReadonlyMap<string, string> {
  const folder = new URL("../../runtime/", import.meta.url);
  const paths = readdirSync(folder, { recursive: true }).map((path) => String(path).replaceAll("\\", "/"));
  const wanted = paths.filter((path) => path.endsWith(extension)).sort();
  return new Map(wanted.map((path) => [path, readFileSync(new URL(path, folder), "utf8")]));
}
