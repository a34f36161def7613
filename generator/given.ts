/**
 * What a program gives Stepwright, as data: a package and where it belongs on the disk, or the texts that one is made of.
 */

/** A package and where it belongs. Paths are relative to the working directory. */
export interface Target {
  /** The contract's path; a file of JSON, or of YAML where it ends in .yaml or .yml. */
  readonly contract: string;
  /** The path of the schema to read instead of the one that the contract names. */
  readonly schema?: string;
  /** The package's folder; `generated` where nothing is said. */
  readonly out?: string;
}

/** A package whose folder is known, though the user may not have named one. */
export interface ResolvedTarget extends Target {
  readonly out: string;
}

/** A file that need not be on any disk. */
export interface Text {
  /** Its name: diagnostics show it, its ending tells JSON from YAML, and the package's header names the schema by it. */
  readonly file: string;
  readonly text: string;
}

/** All that a package is made of. The paths that the contract has for schema and overlay do not count. */
export interface Documents {
  readonly contract: Text;
  readonly schema: Text;
  readonly overlay?: Text;
  /** What the schema and its overlay refer to: path relative to the schema's folder (`common/types.json`) → text. */
  readonly references?: Readonly<Record<string, string>>;
}
