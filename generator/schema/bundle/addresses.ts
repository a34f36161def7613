/**
 * What references go by: a run's inputs and their resources in; the URIs of schemas, and those that an address in a schema may mean, out.
 */
import { posix } from "node:path";
import { origin, type SchemaObject } from "../../json/json-schema.js";
import type { Inputs } from "../../load/document.js";
import { referencedPath } from "../../load/references.js";
import { retrievalUri, type Resources } from "./resources.js";

export interface Addresses {
  /** The path of the file a schema stands in, relative to the schema's folder; "" for the schema itself. */
  fileOf(schema: SchemaObject): string;
  /** The URI of that file. */
  fileUri(schema: SchemaObject): string;
  /** What an address may mean: against the base that `$id` gives, and as the path of a file. */
  urisOf(address: string, from: SchemaObject): readonly string[];
}

export function addressesIn({ schema, referenced, unavailable }: Inputs, resources: Resources): Addresses {
  const ownName = posix.basename(schema.file);
  const pathOf = new Map([...referenced].map(([path, { file }]) => [file, path]));
  /** Every schema asks for the URI of its file, and few files have many schemas. */
  const uris = new Map<string, string>();
  return { fileOf, fileUri, urisOf };

  function fileOf(schema: SchemaObject): string {
    const file = schema[origin]?.file;
    return (file !== undefined && pathOf.get(file)) || "";
  }

  function fileUri(schema: SchemaObject): string {
    const path = fileOf(schema);
    const uri = uris.get(path) ?? retrievalUri(path);
    uris.set(path, uri);
    return uri;
  }

  function urisOf(address: string, from: SchemaObject): readonly string[] {
    const file = fileOf(from);
    const base = resources.baseOf(from, fileUri(from));
    if (address === "") return [base, fileUri(from)];
    // To a base such as `urn:example:a` no path is relative.
    const byId = URL.canParse(address, base) ? [new URL(address, base).href.replace(/#$/, "")] : [];
    const path = referencedPath(address, file);
    if (path === undefined) return byId;
    // A URL cannot leave its root, so that `../x.json` would be the `x.json` inside.
    const isOutside = unavailable.get(path)?.why === "outside";
    if (isOutside) return byId.filter((uri) => !uri.startsWith(retrievalUri("")));
    return [...byId, retrievalUri(path === ownName ? "" : path)];
  }
}
