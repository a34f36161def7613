import type { Json } from "../schema/json-schema.js";

/** A file as it was read. Every object in `value` carries its `origin`. */
export interface Document {
  /** As the user gave it or as it was found from there, with forward slashes; diagnostics print it. */
  readonly file: string;
  /** With LF line ends. */
  readonly text: string;
  readonly value: Json;
}

/** All that a run reads. */
export interface Inputs {
  readonly contract: import("../contract.js").Contract;
  readonly contractDocument: Document;
  readonly schema: Document;
  readonly overlay?: Document;
  /** Files that the schema refers to, by path relative to the schema's folder (`common/types.json`). */
  readonly referenced: ReadonlyMap<string, Document>;
}
