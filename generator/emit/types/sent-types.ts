/**
 * The canonical schema and the model in, the names of the types that callers write out.
 */
import type { CanonicalSchema } from "../../json/json-schema.js";
import type { Workflow } from "../../model/model.js";
import { reachedFrom } from "../../schema/reading/references-in.js";

/** Everything that is reached from a request or from what a factory takes. */
export const sentTypes = ({ $defs }: CanonicalSchema, model: Workflow): ReadonlySet<string> =>
  reachedFrom(rootsOf(model), (name) => $defs[name]);

function rootsOf({ entries, steps }: Workflow): readonly string[] {
  const requests = [...entries, ...(steps?.unions ?? [])].filter(({ direction }) => direction !== "response");
  const factories = [...(steps?.variants ?? []), ...(steps?.workflow === undefined ? [] : [steps.workflow])];
  const options = factories.flatMap(({ type, options }) => [type, ...(options === undefined ? [] : [options.type])]);
  return [...requests.map(({ name }) => name), ...options];
}
