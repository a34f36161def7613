/**
 * References of a run in; the schema that each leads to, and where it stands, out. One that leads nowhere is a problem.
 */
import { diagnostic, placeOfSchema, type Place } from "../../diagnostics.js";
import type { Json, Schema, SchemaObject } from "../../json/json-schema.js";
import { formatPointer, resolvePointer } from "../../json/pointer.js";
import { kindInWords } from "../../json/show-value.js";
import { componentsPointer } from "../../load/components.js";
import type { Unavailable } from "../../load/document.js";
import { fileNameOf, isElsewhere, referencedPath } from "../../load/references.js";
import type { Context } from "../context.js";
import { fileProblems } from "../dialect/dialect.js";
import { isSchema } from "../reading/walk.js";
import type { Addresses } from "./addresses.js";
import { nearPointer } from "./near-pointer.js";
import { locationOf, pathIn, type Resource, type Resources } from "./resources.js";

export interface Target {
  readonly location: string;
  readonly schema: Schema;
}

/** @param at the segments from a schema to where the reference stands in it. */
export type Resolve = (ref: string, from: SchemaObject, at: readonly string[]) => Target | undefined;

type Unreadable = Extract<Unavailable, { readonly why: "unreadable" }>;

const noNearReference = "point at a schema of this document, or at a file below its folder";

export function resolver(
  annotated: Json,
  { inputs, problems }: Context,
  resources: Resources,
  { fileOf, urisOf }: Addresses,
): Resolve {
  const entered = new Set<string>();
  const told = new Set<Unreadable>();
  return resolve;

  function resolve(ref: string, from: SchemaObject, at: readonly string[]): Target | undefined {
    const { address, pointer } = partsOf(ref);
    const known = urisOf(address, from).find((uri) => resources.byUri.has(uri));
    const resource = known === undefined ? undefined : resources.byUri.get(known);
    if (known === undefined || resource === undefined) return withoutDocument(ref, from, at, namedSchema(ref, from));
    if (pointer === undefined) return leadsNowhere(ref, from, at);
    enter(resource);
    const canonical = resources.canonicalUri(known);
    if ([known, `${canonical}#${pointer}`].some((uri) => resources.ambiguous.has(uri))) {
      problems.push(diagnostic("SW226", placeOfSchema(from, ...at), { ref }));
      return undefined;
    }
    if (pointer !== "" && !pointer.startsWith("/")) {
      const schema = resources.anchors.get(`${canonical}#${pointer}`);
      const location = schema && locationOf(schema);
      return schema && location !== undefined ? { location, schema } : leadsNowhere(ref, from, at);
    }
    const schema = resolvePointer(resource.root, `#${pointer}`);
    if (schema === undefined) return leadsNowhere(ref, from, at, nearReference(resource.root, address, pointer));
    if (!isSchema(schema)) {
      problems.push(diagnostic("SW225", placeOfSchema(from, ...at), { ref, kind: kindInWords(schema) }));
      return undefined;
    }
    const prefix = resource.location.includes("#") ? resource.location : `${resource.location}#`;
    return { location: prefix + pointer, schema };
  }

  /** A file is a schema when something really refers to it: until then it may be data that only looks referred to. */
  function enter({ location }: Resource): void {
    const path = pathIn(location);
    const document = inputs.referenced.get(path);
    if (document === undefined || entered.has(path)) return;
    entered.add(path);
    for (const each of fileProblems(document, annotated)) problems.push(each);
  }

  /** @param near the reference that was probably meant. */
  function withoutDocument(ref: string, from: SchemaObject, at: readonly string[], near?: string): undefined {
    const place = placeOfSchema(from, ...at);
    const path = referencedPath(ref, fileOf(from)) ?? fileNameOf(ref);
    const reason = inputs.unavailable.get(path);
    if (reason?.why === "unreadable") tellOnce(reason, place);
    else if (isElsewhere(ref)) problems.push(diagnostic("SW211", place, { ref, hint: savingHint(path) }));
    else if (reason?.why === "outside") problems.push(diagnostic("SW212", place, { ref }));
    else if (reason?.why === "missing" && near === undefined) problems.push(diagnostic("SW224", place, { ref, path }));
    else leadsNowhere(ref, from, at, near);
    return undefined;
  }

  function leadsNowhere(ref: string, from: SchemaObject, at: readonly string[], near?: string): undefined {
    const hint = near === undefined ? noNearReference : `did you mean ${near}?`;
    problems.push(diagnostic("SW210", placeOfSchema(from, ...at), { ref, hint }));
    return undefined;
  }

  /** A schema's bare name means a file beside it, and was meant as the schema. */
  function namedSchema(name: string, from: SchemaObject): string | undefined {
    const root = urisOf("", from).flatMap((uri) => resources.byUri.get(uri)?.root ?? [])[0];
    const pointers = [componentsPointer, "/$defs", "/definitions"].map((all) => `#${all}${formatPointer([name])}`);
    return pointers.find((pointer) => root !== undefined && resolvePointer(root, pointer) !== undefined);
  }

  function tellOnce(reason: Unreadable, place: Place | undefined): void {
    if (told.has(reason)) return;
    told.add(reason);
    for (const each of reason.diagnostics) problems.push({ ...(place && { place }), ...each });
  }

  function nearReference(root: Json, address: string, pointer: string): string | undefined {
    const near = nearPointer(root, `#${pointer}`, { problems });
    return near === undefined ? undefined : address + near;
  }
}

/** @param file the name at the end of the address, if any. */
const savingHint = (file: string): string =>
  `save the document ${file && `as ${file} in the schema's folder if that address is its $id, or else `}below the schema's folder and refer to the file`;

/** The document that a reference is about, and the pointer or the name there; undefined for one that cannot be decoded. */
export function partsOf(ref: string): { readonly address: string; readonly pointer: string | undefined } {
  const [address = "", fragment = ""] = ref.split("#", 2);
  try {
    return { address, pointer: decodeURIComponent(fragment) };
  } catch {
    return { address, pointer: undefined };
  }
}
