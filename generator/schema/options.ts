/**
 * Rule **options**: what a factory takes beside the step's input, and `workflow()` beside the steps, becomes a named
 * type of its own: the request without the tag and the input, one `StepOptions` where all steps agree.
 */
import { diagnostic } from "../diagnostics.js";
import type { Context } from "./context.js";
import type { Directed } from "./direct.js";
import { pascalCase } from "./identifier-case.js";
import { origin, refName, type Schema, type SchemaObject } from "./json-schema.js";
import { definitionOf } from "./tagged-union.js";

export interface WithOptions extends Directed {
  /** Request type → the name of its options; absent where there is nothing to choose. */
  readonly optionsOf: ReadonlyMap<string, string>;
}

export function options(directed: Directed, context: Context): WithOptions {
  const { steps, entries } = context.inputs.contract;
  const added = new Map<string, Schema>();
  const optionsOf = new Map<string, string>();
  if (steps === undefined) return { ...directed, optionsOf };

  const unionName = directed.nameIn(directed.nameAt.get(steps.at) ?? "", "request");
  const union = unionName === undefined ? undefined : directed.$defs[unionName];
  const variants = Object.entries((typeof union === "object" && union.discriminator?.mapping) || {});
  const rests = variants.map(([tag, ref]) => ({
    tag,
    type: refName(ref),
    rest: rest(refName(ref), [steps.tag, steps.input]),
  }));
  const bodies = new Set(rests.flatMap(({ rest }) => (rest === undefined ? [] : [JSON.stringify(rest)])));
  for (const { tag, type, rest: body } of rests) {
    if (body !== undefined) add(type, bodies.size === 1 ? "StepOptions" : `${pascalCase(tag)}StepOptions`, body);
  }
  const entry = entries[steps.of];
  const workflow = entry && directed.nameIn(directed.nameAt.get(entry.at) ?? "", "request");
  const list = workflow === undefined || unionName === undefined ? undefined : listOf(directed, workflow, unionName);
  const body = workflow === undefined || list === undefined ? undefined : rest(workflow, [list]);
  if (workflow !== undefined && body !== undefined) add(workflow, `${steps.of}Options`, body);
  return { ...directed, $defs: { ...directed.$defs, ...Object.fromEntries(added) }, optionsOf };

  function rest(type: string, taken: readonly string[]): SchemaObject | undefined {
    const schema = definitionOf(directed.$defs[type], directed.$defs);
    if (typeof schema !== "object" || schema.properties === undefined) return undefined;
    const left = Object.entries(schema.properties).filter(([key]) => !taken.includes(key));
    const required = (schema.required ?? []).filter((key) => !taken.includes(key));
    if (left.length === 0) return undefined;
    return {
      type: "object",
      ...(required.length > 0 && { required }),
      properties: Object.fromEntries(left),
      ...(schema.additionalProperties !== undefined && { additionalProperties: schema.additionalProperties }),
      ...(schema[origin] && { [origin]: schema[origin] }),
    };
  }

  function add(type: string, name: string, schema: SchemaObject): void {
    if (Object.hasOwn(directed.$defs, name))
      context.problems.push(diagnostic("SW220", schema, { name, location: `options of ${type}` }));
    added.set(name, schema);
    optionsOf.set(type, name);
  }
}

/** The property of a request whose items are the union of steps. */
export function listOf({ $defs }: Pick<Directed, "$defs">, workflow: string, union: string): string | undefined {
  const schema = definitionOf($defs[workflow], $defs);
  const properties = typeof schema === "object" ? Object.entries(schema.properties ?? {}) : [];
  return properties.find(([, property]) => {
    const list = definitionOf(property, $defs);
    return typeof list === "object" && typeof list.items === "object" && list.items.$ref === `#/$defs/${union}`;
  })?.[0];
}
