/**
 * Which URI names which schema: `$id` opens a resource, `$anchor` a plain name in it (JSON Schema 2020-12, core 8.2),
 * a file is known by its path below the schema's folder. The meta-schemas of JSON Schema are at hand; nothing is ever fetched.
 */
import type { Diagnostic } from "../../diagnostics.js";
import { isObject, origin, type Json, type Schema, type SchemaObject } from "../../json/json-schema.js";
import { isFragment, isOpenApi } from "../../load/document-kind.js";
import type { Document, Inputs } from "../../load/document.js";
import { isAddress } from "../../load/input-paths.js";
import { stampOrigins, stampPointers } from "../../load/stamp.js";
import { innerDialect } from "../dialect/compound.js";
import { problemsAt, convertFile } from "../dialect/dialect.js";
import { dialectOf, type Dialect } from "../dialect/dialects.js";
import { metaSchemaAt, type MetaSchema } from "../dialect/meta-schemas.js";
import { staticRecursion, toDraft202012 } from "../dialect/older-drafts.js";
import { readFragment } from "../dialect/open-api.js";
import { componentsOf } from "../dialect/open-api-schemas.js";
import { subschemas } from "../reading/walk.js";

export interface Resource {
  readonly root: Json;
  /** How locations in it begin: "" for the schema itself, a relative path for a file beside it. */
  readonly location: string;
}

/**
 * Of resources that have an anchor, by URI, the one that is the outermost in every dynamic scope; undefined where several may be.
 */
export type Outermost = (declaring: ReadonlySet<string>) => string | undefined;

export interface Resources {
  readonly byUri: ReadonlyMap<string, Resource>;
  /** `<resource URI>#<anchor>` → the schema. */
  readonly anchors: ReadonlyMap<string, SchemaObject>;
  /** The URIs, of resources and with anchors, that several schemas claim. */
  readonly ambiguous: ReadonlySet<string>;
  /** `$dynamicAnchor` → the URIs of the resources that have one of that name. */
  readonly dynamicAnchors: ReadonlyMap<string, ReadonlySet<string>>;
  /** The URIs of the resources of 2019-09 that a `$recursiveRef` may lead to. */
  readonly recursive: ReadonlySet<string>;
  /** What a known resource calls itself (core 8.2.1): the base of its references, and the URI that its anchors go by. */
  canonicalUri(known: string): string;
  /** The base URI that holds for a schema's references. */
  baseOf(schema: object, otherwise: string): string;
  /**
   * A schema's own keywords as 2020-12 has them, by the dialect of the document at that URI.
   * @param outermost tells where its dynamic references lead.
   */
  read(schema: SchemaObject, uri: string, outermost?: Outermost): SchemaObject;
  /** Why something is no schema that stands where none is looked for: nobody has asked the meta-schema about it. */
  problemsOf(schema: Schema, uri: string): readonly Diagnostic[];
}

/**
 * The URI of a file by its path relative to the schema's folder; the schema itself is "". Two files never share one. A document
 * that was given with an address, which no path looks like, has that.
 */
export const retrievalUri = (path: string): string =>
  isAddress(path) ? path : new URL(`stepwright:///${path.replace(/[%#?\s\p{Cc}]/gu, encodeURIComponent)}`).href;

/** A path as it stands in front of a location's `#`, which it has none of itself; and back. */
const beforeHash = (path: string): string => path.replace(/[%#]/g, encodeURIComponent);
export const pathIn = (location: string): string => decodeURIComponent(location.split("#", 1)[0] ?? "");

export function indexResources(annotated: Json, inputs: Inputs): Resources {
  const byUri = new Map<string, Resource>();
  const anchors = new Map<string, SchemaObject>();
  const ambiguous = new Set<string>();
  const dynamicAnchors = new Map<string, Set<string>>();
  const bases = new Map<object, string>();
  /** Of each schema, and of each document by its URI, for what is only found there by a pointer. */
  const dialects = new Map<object | string, Dialect | undefined>();
  const recursive = new Set<string>();
  const fragments = new Set<string>();
  /** The addresses that are referred to. */
  const addresses = new Set<string>();

  addDocument(annotated, "");
  for (const [path, document] of inputs.referenced) if (!inputs.addressOf.has(path)) addFile(path, document);
  // A bundled schema holds what may lie beside it, too.
  for (const [path, address] of inputs.addressOf) {
    const document = byUri.has(address) ? undefined : inputs.referenced.get(path);
    if (document !== undefined) addFile(path, document);
  }
  // The set grows while it is read: meta-schemas refer to each other.
  for (const uri of addresses) {
    const metaSchema = byUri.has(uri) ? undefined : metaSchemaAt(uri);
    if (metaSchema !== undefined) addMetaSchema(metaSchema, uri);
  }
  const placed: ReadonlySet<object> = new Set(bases.keys());
  return {
    byUri,
    anchors,
    ambiguous,
    dynamicAnchors,
    recursive,
    canonicalUri: (known) => bases.get(byUri.get(known)?.root as object) ?? known,
    baseOf(schema, otherwise) {
      if (!bases.has(schema)) addSchema(schema as SchemaObject, otherwise, "", dialects.get(otherwise));
      return bases.get(schema) ?? otherwise;
    },
    read(schema, uri, outermost) {
      if (isOpenApi(annotated) && fragments.has(uri)) return readFragment(schema, annotated);
      const dialect = dialects.get(dialects.has(schema) ? schema : uri);
      const read = toDraft202012(schema, dialect);
      if (dialect !== "2019-09") return read;
      // With one such root among all documents there is no other place to lead to.
      const isStatic = recursive.size <= 1 || !recursive.has(bases.get(schema) ?? uri);
      if (isStatic) return staticRecursion(read);
      const leading = outermost?.(recursive);
      return leading === undefined ? read : staticRecursion(read, `${leading}#`);
    },
    problemsOf(schema, uri) {
      const place = typeof schema === "object" && !placed.has(schema) ? schema[origin] : undefined;
      return place === undefined ? [] : problemsAt(schema as Json, place, dialects.get(uri));
    },
  };

  function addFile(path: string, document: Document): void {
    addDocument(stampPointers(convertFile(document), `${beforeHash(path)}#`), path);
    if (isFragment(document.value)) fragments.add(retrievalUri(path));
  }

  function addDocument(root: Json, path: string): void {
    const uri = retrievalUri(path);
    byUri.set(uri, { root, location: beforeHash(path) });
    // A file that declares none is of the dialect of the schema that refers to it.
    const dialect = dialectOf(root, dialectOf(annotated));
    dialects.set(uri, dialect);
    for (const schema of schemaRoots(root)) addSchema(schema, uri, path, dialect);
  }

  /** Once, however it is referred to. */
  function addMetaSchema({ address, document }: MetaSchema, uri: string): void {
    if (!byUri.has(address)) addDocument(stampPointers(stampOrigins(document, address), `${address}#`), address);
    const known = byUri.get(address);
    if (known !== undefined) byUri.set(uri, known);
  }

  function addSchema(published: Schema, base: string, location: string, outer: Dialect | undefined): void {
    if (typeof published === "boolean" || bases.has(published)) return;
    const dialect = innerDialect(published, outer);
    dialects.set(published, dialect);
    const schema = toDraft202012(published, dialect);
    const { $id, $anchor, $dynamicAnchor } = schema;
    const id = typeof $id === "string" && URL.canParse($id, base) ? new URL($id, base) : undefined;
    if (id) id.hash = "";
    const own = id?.href ?? base;
    if (id && !byUri.has(own)) byUri.set(own, { root: published as Json, location: locationOf(schema) ?? location });
    else if (id && byUri.get(own)?.root !== published) ambiguous.add(own);
    bases.set(published, own);
    for (const ref of [schema.$ref, schema["$dynamicRef"]]) if (typeof ref === "string") addAddress(ref, own);
    if (typeof $anchor === "string") addAnchor(`${own}#${$anchor}`, published);
    if (typeof $dynamicAnchor === "string") {
      addAnchor(`${own}#${$dynamicAnchor}`, published);
      dynamicAnchors.set($dynamicAnchor, (dynamicAnchors.get($dynamicAnchor) ?? new Set()).add(own));
    }
    if (dialect === "2019-09" && schema["$recursiveAnchor"] === true) recursive.add(own);
    for (const child of subschemas(schema)) addSchema(child, own, location, dialect);
  }

  function addAddress(ref: string, base: string): void {
    if (!ref.startsWith("#") && URL.canParse(ref, base)) addresses.add(new URL(ref, base).href.replace(/#.*$/, ""));
  }

  function addAnchor(uri: string, schema: SchemaObject): void {
    if ((anchors.get(uri) ?? schema) !== schema) ambiguous.add(uri);
    anchors.set(uri, schema);
  }
}

/** How a place is told among all documents: `#/$defs/Money`, `common.json#/$defs/Money`; undefined for what a rule made. */
export function locationOf(schema: SchemaObject): string | undefined {
  const at = schema[origin]?.at;
  return at === undefined || /^[^/]/.test(at) ? at : `#${at}`;
}

/** Where the bases of a schema stand, the nearest first. */
export const locationsOfBases = (schema: Schema): readonly string[] =>
  typeof schema === "object" ? (schema[origin]?.bases ?? []) : [];

/** The schemas a document holds at its top: itself, or an OpenAPI document's components. */
function schemaRoots(root: Json): readonly SchemaObject[] {
  if (isOpenApi(root)) return Object.values(componentsOf(root)).filter((schema) => isObject(schema));
  return isObject(root) ? [root] : [];
}
