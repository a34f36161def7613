/** Which modules a package has: the model comes in, their names go out, in the order in which people meet them. */
import type { Workflow } from "../model/model.js";

/** The modules that index re-exports. */
type ModuleName = "types" | "constants" | "steps" | "validators";

/** `types` has declarations only, and a module that is empty. */
export function modulesOf(model: Workflow): readonly ModuleName[] {
  return [
    "types",
    ...(model.constants.length > 0 ? (["constants"] as const) : []),
    ...(model.steps ? (["steps"] as const) : []),
    ...(model.entries.length > 0 ? (["validators"] as const) : []),
  ];
}

/** What has a path of its own: `json-schema` only there, as it has the names of `validators` and a weight of its own. */
export function subpathsOf(model: Workflow): readonly Subpath[] {
  return [...modulesOf(model), ...(model.entries.length > 0 ? (["json-schema"] as const) : [])];
}

export type Subpath = ModuleName | "json-schema";
