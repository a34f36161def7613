/** Which modules a package has: the model comes in, their names go out, in the order in which people meet them. */
import type { Workflow } from "../model/model.js";

export type ModuleName = "types" | "constants" | "steps" | "validators";

/** Beside index, which re-exports them. `types` has declarations only. */
export function modulesOf(model: Workflow): readonly ModuleName[] {
  return [
    "types",
    ...(model.constants.length > 0 ? (["constants"] as const) : []),
    ...(model.steps ? (["steps"] as const) : []),
    ...(model.entries.length > 0 ? (["validators"] as const) : []),
  ];
}
