/**
 * Rule **bundle**: every `$ref` (by pointer, `$anchor`, `$id` or file) becomes `#/$defs/<location>`, and what it names
 * becomes that entry. In: documents. Out: one schema that holds all that the contract's entries reach, and no more.
 */
import { diagnostic } from "../diagnostics.js";
import { inContract, type Context } from "./context.js";
import { origin, refTo, type Definitions, type Json, type Schema, type SchemaObject } from "./json-schema.js";
import { resolvePointer } from "./pointer.js";
import { indexResources, retrievalUri } from "./resources.js";
import { isSchema, mapSubschemas, without } from "./walk.js";

/** Keyed by location (`#/properties/steps`, `common.json#/$defs/Money`), in the order in which they were reached. */
export interface Bundle {
  readonly $defs: Definitions;
}

interface Target {
  readonly location: string;
  readonly schema: Schema;
}

export function bundle(annotated: Json, context: Context): Bundle {
  const resources = indexResources(annotated, context.inputs);
  const found = new Map<string, Schema>();
  const waiting = entryTargets(annotated, context);
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (found.has(next.location)) continue;
    found.set(next.location, next.schema);
    found.set(next.location, rewrite(next.schema));
  }
  return { $defs: Object.fromEntries(found) };

  function rewrite(schema: Schema): Schema {
    if (typeof schema === "boolean") return schema;
    const { $ref, discriminator } = schema;
    const mapping = Object.entries(discriminator?.mapping ?? {}).map(([tag, ref]) => [tag, follow(ref, schema)]);
    return {
      ...without(mapSubschemas(without(schema, "$defs"), rewrite), "$id", "$anchor", "$schema", "$comment"),
      ...($ref !== undefined && { $ref: follow($ref, schema) }),
      ...(discriminator && { discriminator: { ...discriminator, mapping: Object.fromEntries(mapping) } }),
    };
  }

  function follow(ref: string, from: SchemaObject): string {
    const target = resolve(ref, from);
    if (target === undefined) return ref;
    if (!found.has(target.location)) waiting.push(target);
    return refTo(target.location);
  }

  function resolve(ref: string, from: SchemaObject): Target | undefined {
    const file = retrievalUri(fileOf(from));
    const base = resources.baseOf(from, file);
    const [address = "", fragment = ""] = ref.split("#", 2);
    const uri = [base, file].map((each) => (URL.canParse(address, each) ? new URL(address, each).href : each));
    const known = uri.map((each) => each.replace(/#$/, "")).find((each) => resources.byUri.has(each));
    const resource = known === undefined ? undefined : resources.byUri.get(known);
    const pointer = decodeFragment(fragment);
    if (known === undefined || resource === undefined || pointer === undefined) return unresolved(ref, from);
    if (pointer !== "" && !pointer.startsWith("/")) {
      const schema = resources.anchors.get(`${known}#${pointer}`);
      return schema ? { location: `${fileOf(schema)}#${schema[origin]?.at ?? pointer}`, schema } : unresolved(ref, from);
    }
    const schema = resolvePointer(resource.root, `#${pointer}`);
    if (!isSchema(schema)) return unresolved(ref, from);
    const prefix = resource.location.includes("#") ? resource.location : `${resource.location}#`;
    return { location: prefix + pointer, schema };
  }

  function unresolved(ref: string, from: SchemaObject): undefined {
    const address = ref.split("#", 1)[0] ?? "";
    if (/^[a-z][a-z0-9+.-]*:/i.test(address)) context.problems.push(diagnostic("SW211", from, { ref }));
    else if (retrievalUri(fileOf(from)) && address.startsWith("..")) context.problems.push(diagnostic("SW212", from, { ref }));
    else context.problems.push(diagnostic("SW210", from, { ref }));
    return undefined;
  }

  /** The path of the file a schema stands in, relative to the schema's folder; "" for the schema itself. */
  function fileOf(schema: SchemaObject): string {
    const file = schema[origin]?.file;
    for (const [path, document] of context.inputs.referenced) if (document.file === file) return path;
    return "";
  }
}

function decodeFragment(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

function entryTargets(annotated: Json, context: Context): Target[] {
  const { entries, steps } = context.inputs.contract;
  const wanted = Object.entries(entries).map(([name, entry]) => ({ at: entry.at, place: `/entries/${name}/at` }));
  if (steps) wanted.push({ at: steps.at, place: "/steps/at" });
  return wanted.flatMap(({ at, place }) => {
    const schema = resolvePointer(annotated, at);
    if (isSchema(schema)) return [{ location: at, schema }];
    context.problems.push(diagnostic("SW110", inContract(context, place), { pointer: at }));
    return [];
  });
}
