/**
 * The lines around a module's functions: what it takes from other modules, and what it passes on.
 */
import type { Entry } from "../../../model/model.js";
import { publicNames } from "../../../model/public-names.js";
import { stepModule } from "../../../model/step-module.js";
import { multimap } from "../../../multimap.js";
import { mainModule, runtimeModule, type ModulePlan } from "./module-plan.js";

/** The values of the runtime that a package exports. */
export const publicRuntime = ["ValidationError", "formatIssues"] as const;

/** @param imports module → names. */
export function importLines(path: string, imports: ReadonlyMap<string, Iterable<string>>): readonly string[] {
  return [...imports]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([from, names]) => fromLine("import", [...names], path, from));
}

/**
 * What a module exports of others: a step's module the step's own validators that several steps share, and validators.js
 * all that stand elsewhere.
 */
export function passedOn(path: string, entries: readonly Entry[], plan: ModulePlan): readonly string[] {
  if (!plan.isSplit) return [];
  const isMain = path === mainModule;
  const offered = entries.filter(({ module }) => isMain || (module !== undefined && stepModule(module) === path));
  const byModule = multimap([
    ...(isMain ? publicRuntime.map((name): [string, string] => [runtimeModule, name]) : []),
    ...offered.flatMap(({ name }) =>
      Object.values(publicNames(name)).map((each): [string, string] => [plan.moduleOf(name), each]),
    ),
  ]);
  return [...byModule].flatMap(([from, names]) => (from === path ? [] : fromLine("export", names, path, from)));
}

function fromLine(word: "import" | "export", names: readonly string[], path: string, from: string): readonly string[] {
  return names.length === 0 ? [] : [`${word} { ${[...names].sort().join(", ")} } from "${relative(path, from)}";`];
}

/** Modules stand in the package's folder or one folder below. */
export function relative(path: string, to: string): string {
  const isBelow = path.includes("/");
  if (!isBelow) return `./${to}.js`;
  return to.includes("/") ? `./${to.slice(to.indexOf("/") + 1)}.js` : `../${to}.js`;
}

/** The text of the runtime's declarations, with what a package exports of it. */
export const exportPublic = (text: string): string =>
  publicRuntime.reduce(
    (done, name) => done.replace(new RegExp(`^(?:function|class) ${name}\\b`, "m"), "export $&"),
    text,
  );

/** The same, for a module that others import all of it from. */
export const exportAll = (text: string): string => text.replace(/^(?:function|class|const)\b/gm, "export $&");
