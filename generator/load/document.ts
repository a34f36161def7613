/** What a run reads, as data: each file, then all of them as they were read, then as rules can work with them. */
import type { Contract } from "../contract.js";
import type { Diagnostic } from "../diagnostics.js";
import type { Json } from "../json/json-schema.js";

/** A file as it was read. */
export interface Document {
  /** As the user gave it or as it was found from there, with forward slashes; diagnostics print it. */
  readonly file: string;
  /** With LF line ends. */
  readonly text: string;
  readonly value: Json;
}

/** All that a run reads, as far as it can be read. */
export interface Sources {
  readonly contractDocument: Document | undefined;
  readonly schema: Document | undefined;
  /** Undefined, too, where the contract names none. */
  readonly overlay: Document | undefined;
  readonly referenced: ReadonlyMap<string, Document>;
  readonly addressOf: ReadonlyMap<string, string>;
  readonly unavailable: ReadonlyMap<string, Unavailable>;
  /** What stands in the way of the rest. */
  readonly problems: readonly Diagnostic[];
}

/** All that a run reads, fit to be worked with: every object in a document's value carries its `origin`. */
export interface Inputs {
  readonly contract: Contract;
  readonly contractDocument: Document;
  readonly schema: Document;
  readonly overlay?: Document;
  /** Files that the schema refers to, by path relative to the schema's folder (`common/types.json`). */
  readonly referenced: ReadonlyMap<string, Document>;
  /** Of those that no reference names by their path: path → their `$id`, an address. */
  readonly addressOf: ReadonlyMap<string, string>;
  /** The other paths that something which looks like a `$ref` names, relative to the same folder (`../up.json`). */
  readonly unavailable: ReadonlyMap<string, Unavailable>;
}

/**
 * Why a named file is not among the documents. No failure yet: `$ref` may be data, which only the bundle rule can tell.
 * "outside" is a path out of the schema's folder, be it by `..` or by a symbolic link.
 */
export type Unavailable =
  { readonly why: "missing" | "outside" } | { readonly why: "unreadable"; readonly diagnostics: readonly Diagnostic[] };
