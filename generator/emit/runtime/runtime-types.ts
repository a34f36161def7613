/** Paths of the runtime's compiled declaration files in; the types that they declare out, to stand in an emitted module. */
import { runtimeModules } from "./runtime-modules.js";

export const runtimeTypes = (...paths: readonly string[]): string =>
  paths.map((path) => declarationsIn(runtimeModules(".d.ts").get(path) ?? "")).join("\n");

/**
 * A module's declarations, without its imports and its opening comment, which the compiler may have dropped with them: all
 * stand in one module now.
 */
const declarationsIn = (text: string): string =>
  text.replace(/^import .*;\n/gm, "").replace(/^\/\*\*(?:(?!\*\/)[^])*\*\/\s*(?=\/\*\*)/, "");
