/**
 * The canonical schema and the model in, the names of the types that callers write out.
 */
import type { Workflow } from "../model/model.js";
import { refName, type CanonicalSchema, type Schema } from "../schema/json-schema.js";
import { subschemas } from "../schema/walk.js";

/** Everything that is reached from a request or from what a factory takes. */
export function sentTypes(schema: CanonicalSchema, model: Workflow): ReadonlySet<string> {
  const open = [...rootsOf(model)];
  const reached = new Set<string>();
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (reached.has(name) || !Object.hasOwn(schema.$defs, name)) continue;
    reached.add(name);
    open.push(...refsIn(schema.$defs[name] ?? true));
  }
  return reached;
}

function rootsOf({ entries, steps }: Workflow): readonly string[] {
  const requests = [...entries, ...(steps?.unions ?? [])].filter(({ direction }) => direction === "request");
  const factories = [...(steps?.variants ?? []), ...(steps?.workflow === undefined ? [] : [steps.workflow])];
  const options = factories.flatMap(({ type, options }) => [type, ...(options === undefined ? [] : [options.type])]);
  return [...requests.map(({ name }) => name), ...options];
}

function refsIn(schema: Schema): string[] {
  if (typeof schema === "boolean") return [];
  return [...(schema.$ref === undefined ? [] : [refName(schema.$ref)]), ...subschemas(schema).flatMap(refsIn)];
}
