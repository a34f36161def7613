/**
 * The canonical schema and the model in, the names of the types that callers write out.
 */
import type { CanonicalSchema } from "../../json/json-schema.js";
import type { Workflow } from "../../model/model.js";
import { referencesIn } from "../../schema/reading/references-in.js";

/** Everything that is reached from a request or from what a factory takes. */
export function sentTypes(schema: CanonicalSchema, model: Workflow): ReadonlySet<string> {
  const isDefined = (name: string): boolean => Object.hasOwn(schema.$defs, name);
  const reached = new Set(rootsOf(model).filter(isDefined));
  // A set that grows while it is read: a chain of references may be longer than the stack.
  for (const name of reached) {
    for (const next of referencesIn(schema.$defs[name] ?? true)) if (isDefined(next)) reached.add(next);
  }
  return reached;
}

function rootsOf({ entries, steps }: Workflow): readonly string[] {
  const requests = [...entries, ...(steps?.unions ?? [])].filter(({ direction }) => direction !== "response");
  const factories = [...(steps?.variants ?? []), ...(steps?.workflow === undefined ? [] : [steps.workflow])];
  const options = factories.flatMap(({ type, options }) => [type, ...(options === undefined ? [] : [options.type])]);
  return [...requests.map(({ name }) => name), ...options];
}
