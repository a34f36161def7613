/**
 * Rule **bundle**: every `$ref` (by pointer, `$anchor`, `$id` or file) becomes `#/$defs/<location>`, and what it names
 * becomes that entry. In: documents. Out: one schema that holds all that the contract's entries reach, and no more.
 */
import { diagnostic, type Place } from "../../diagnostics.js";
import type { Unavailable } from "../../load/document.js";
import { referencedPath } from "../../load/references.js";
import { kindOf } from "../../report/show-value.js";
import type { Context } from "../context.js";
import { schemaAt } from "./contract-pointers.js";
import { fileProblems } from "../dialect/dialect.js";
import {
  isObject,
  origin,
  refTo,
  type Definitions,
  type Json,
  type Schema,
  type SchemaObject,
} from "../json-schema.js";
import { nearPointer } from "./near-pointer.js";
import { formatPointer, resolvePointer } from "../pointer.js";
import { indexResources, locationOf, pathIn, retrievalUri, type Resource } from "./resources.js";
import { isSchema, mapSubschemas, without } from "../walk.js";

/** Keyed by location (`#/properties/steps`, `common.json#/$defs/Money`), in the order in which they were reached. */
export interface Bundle {
  readonly $defs: Definitions;
}

type Unreadable = Extract<Unavailable, { readonly why: "unreadable" }>;

/** What only holds schemas to refer to. */
const notReached = ["$defs", "definitions"];

/** What says where references lead. */
const followed = ["$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$schema", "$comment"];

const noNearReference = "point at a schema of this document, or at a file below its folder";

interface Target {
  readonly location: string;
  readonly schema: Schema;
}

export function bundle(annotated: Json, context: Context): Bundle {
  const { inputs } = context;
  const ownName = inputs.schema.file.slice(inputs.schema.file.lastIndexOf("/") + 1);
  const resources = indexResources(annotated, inputs);
  const pathOf = new Map([...inputs.referenced].map(([path, { file }]) => [file, path]));
  /** Every schema asks for the URI of its file, and few files have many schemas. */
  const uris = new Map<string, string>();
  const found = new Map<string, Schema>();
  const entered = new Set<string>();
  const told = new Set<Unreadable>();
  const waiting = entryTargets(annotated, context);
  const outermost = outermostOf(waiting);
  // The list grows while it is read.
  for (const next of waiting) {
    if (found.has(next.location)) continue;
    found.set(next.location, next.schema);
    const wrong = resources.problemsOf(next.schema, isObject(next.schema) ? uriOf(fileOf(next.schema)) : "");
    for (const each of wrong) context.problems.push(each);
    if (wrong.length === 0) found.set(next.location, rewrite(next.schema));
  }
  return { $defs: Object.fromEntries(found) };

  function rewrite(published: Schema): Schema {
    if (typeof published === "boolean") return published;
    const schema = resources.read(published, uriOf(fileOf(published)), outermost);
    const fixed = schema.$ref === undefined ? staticReference(schema, published) : undefined;
    const { $ref = fixed, discriminator } = schema;
    const mapping = Object.entries(discriminator?.mapping ?? {}).map(([tag, ref]) => [
      tag,
      follow(ref, published, ["discriminator", "mapping", tag]),
    ]);
    const rewritten = without(
      mapSubschemas(without(schema, ...notReached), rewrite),
      ...followed,
      ...(fixed === undefined ? [] : ["$dynamicRef"]),
    );
    if ($ref === undefined && discriminator === undefined) return rewritten;
    return {
      ...rewritten,
      ...($ref !== undefined && { $ref: follow($ref, published, [fixed === undefined ? "$ref" : "$dynamicRef"]) }),
      ...(discriminator && { discriminator: { ...discriminator, mapping: Object.fromEntries(mapping) } }),
    };
  }

  /**
   * The resource in which every validation begins: the first of any dynamic scope (JSON Schema 2020-12, core 7.1). Undefined where
   * entries stand in several.
   */
  function outermostOf(entries: readonly Target[]): string | undefined {
    const own = uriOf("");
    const uris = new Set(entries.map(({ schema }) => (isObject(schema) ? resources.baseOf(schema, own) : own)));
    const [first] = uris;
    return uris.size === 1 ? first : undefined;
  }

  /** A `$dynamicRef` that leads to one place wherever it is asked from (JSON Schema 2020-12, core 8.2.3.2). */
  function staticReference({ $dynamicRef }: SchemaObject, from: SchemaObject): string | undefined {
    if (typeof $dynamicRef !== "string") return undefined;
    const [address = "", fragment = ""] = $dynamicRef.split("#", 2);
    const declaring = resources.dynamicAnchors.get(decodeFragment(fragment) ?? "");
    const first = urisOf(address, from).find((uri) => resources.byUri.has(uri));
    const isStatic = declaring === undefined || declaring.size === 1 || !declaring.has(first ?? "");
    if (isStatic) return $dynamicRef;
    return outermost !== undefined && declaring.has(outermost) ? `${outermost}#${fragment}` : undefined;
  }

  /** @param at the segments from a schema to where the reference stands in it. */
  function follow(ref: string, from: SchemaObject, at: readonly string[]): string {
    const target = resolve(ref, from, at);
    if (target === undefined) return ref;
    if (!found.has(target.location)) waiting.push(target);
    return refTo(target.location);
  }

  function resolve(ref: string, from: SchemaObject, at: readonly string[]): Target | undefined {
    const [address = "", fragment = ""] = ref.split("#", 2);
    const known = urisOf(address, from).find((uri) => resources.byUri.has(uri));
    const resource = known === undefined ? undefined : resources.byUri.get(known);
    const pointer = decodeFragment(fragment);
    if (known === undefined || resource === undefined || pointer === undefined) return unresolved(ref, from, at);
    enter(resource);
    if ([known, `${known}#${pointer}`].some((uri) => resources.ambiguous.has(uri))) {
      context.problems.push(diagnostic("SW226", placeOf(from, at), { ref }));
      return undefined;
    }
    if (pointer !== "" && !pointer.startsWith("/")) {
      const schema = resources.anchors.get(`${known}#${pointer}`);
      const location = schema && locationOf(schema);
      return schema && location !== undefined ? { location, schema } : unresolved(ref, from, at);
    }
    const schema = resolvePointer(resource.root, `#${pointer}`);
    if (schema === undefined) return unresolved(ref, from, at, nearReference(resource.root, address, pointer));
    if (!isSchema(schema)) {
      context.problems.push(diagnostic("SW225", placeOf(from, at), { ref, kind: kindOf(schema) }));
      return undefined;
    }
    const prefix = resource.location.includes("#") ? resource.location : `${resource.location}#`;
    return { location: prefix + pointer, schema };
  }

  /** What an address may mean: against the base that `$id` gives, and as the path of a file. */
  function urisOf(address: string, from: SchemaObject): readonly string[] {
    const file = fileOf(from);
    const base = resources.baseOf(from, uriOf(file));
    if (address === "") return [base, uriOf(file)];
    // To a base such as `urn:example:a` no path is relative.
    const byId = URL.canParse(address, base) ? [new URL(address, base).href.replace(/#$/, "")] : [];
    const path = referencedPath(address, file);
    if (path === undefined) return byId;
    // A URL cannot leave its root, so that `../x.json` would be the `x.json` inside.
    const isOutside = inputs.unavailable.get(path)?.why === "outside";
    if (isOutside) return byId.filter((uri) => !uri.startsWith(retrievalUri("")));
    return [...byId, retrievalUri(path === ownName ? "" : path)];
  }

  /** A file is a schema when something really refers to it: until then it may be data that only looks referred to. */
  function enter({ location }: Resource): void {
    const path = pathIn(location);
    const document = inputs.referenced.get(path);
    if (document === undefined || entered.has(path)) return;
    entered.add(path);
    for (const each of fileProblems(document, annotated)) context.problems.push(each);
  }

  /** @param near the reference that was probably meant. */
  function unresolved(ref: string, from: SchemaObject, at: readonly string[], near?: string): undefined {
    const place = placeOf(from, at);
    const path = referencedPath(ref, fileOf(from));
    const reason = path === undefined ? undefined : inputs.unavailable.get(path);
    if (path !== undefined && reason?.why === "missing")
      context.problems.push(diagnostic("SW224", place, { ref, path }));
    else if (reason?.why === "unreadable") tellOnce(reason, place);
    else if (reason?.why === "outside") context.problems.push(diagnostic("SW212", place, { ref }));
    else if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(ref)) context.problems.push(diagnostic("SW211", place, { ref }));
    else
      context.problems.push(
        diagnostic("SW210", place, { ref, hint: near ? `did you mean ${near}?` : noNearReference }),
      );
    return undefined;
  }

  function tellOnce(reason: Unreadable, place: Place | undefined): void {
    if (told.has(reason)) return;
    told.add(reason);
    for (const each of reason.diagnostics) context.problems.push({ ...(place && { place }), ...each });
  }

  function nearReference(root: Json, address: string, pointer: string): string | undefined {
    const near = nearPointer(root, `#${pointer}`, context);
    return near === undefined ? undefined : address + near;
  }

  /** The path of the file a schema stands in, relative to the schema's folder; "" for the schema itself. */
  function fileOf(schema: SchemaObject): string {
    const file = schema[origin]?.file;
    return (file !== undefined && pathOf.get(file)) || "";
  }

  function uriOf(path: string): string {
    const uri = uris.get(path) ?? retrievalUri(path);
    uris.set(path, uri);
    return uri;
  }
}

/** @param at the segments from a schema to what stands in it. */
function placeOf({ [origin]: own }: SchemaObject, at: readonly string[]): Place | undefined {
  return own && { file: own.file, pointer: own.pointer + formatPointer(at) };
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
  const targets = Object.entries(entries).flatMap(([name, { at }]) => target(at, `/entries/${name}/at`));
  if (steps !== undefined) targets.push(...target(steps.at, "/steps/at"));
  // Nothing is made of it, unless an entry reaches it.
  if (steps?.answered !== undefined) target(steps.answered, "/steps/answered");
  return targets;

  function target(at: string, place: string): Target[] {
    const found = schemaAt(annotated, at, place, context);
    if ("schema" in found) return [{ location: at, schema: found.schema }];
    context.problems.push(found.problem);
    return [];
  }
}
