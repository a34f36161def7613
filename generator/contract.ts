/**
 * A contract as data: which schema, which entry types, where the steps are, which package comes out.
 * `schemas/contract.schema.json` says the same for editors, and a contract is checked against it when it is loaded.
 */
export interface Contract {
  readonly $schema?: string;
  /** Path of the schema, relative to the contract. */
  readonly schema: string;
  /** Path of an OpenAPI Overlay 1.0 document, relative to the contract. */
  readonly overlay?: string;
  readonly package: {
    readonly name: string;
    readonly version: string;
    readonly license: string;
    readonly description: string;
  };
  /** The command that generates the package again, for the header of its files; where nothing is said, the header names the contract. */
  readonly command?: string;
  /** Type name → where it stands and who sends it. */
  readonly entries: Readonly<Record<string, ContractEntry>>;
  /** Where the steps are and what tells them apart; left out for a schema without steps. */
  readonly steps?: ContractSteps;
  /** The entry that a callback carries: where nothing is said, the one that answers with the steps, else the first response. */
  readonly callback?: string;
  /** Pointer of an object schema → properties that a request must have beside the schema's own `required`. */
  readonly requireInRequest?: Readonly<Record<string, readonly string[]>>;
  /** Whether a request may have properties that a closed object does not name: "closed" where nothing is said. */
  readonly requests?: "closed" | "open";
  /** Which direction's types keep the plain name where the two differ; the other's end in `Request` or `Response`. */
  readonly plainNames?: "request" | "response";
  /** "omitted": the server leaves a property out instead of answering null, so a response need not have one that may be null. */
  readonly nulls?: "sent" | "omitted";
  /** Whether validators check formats: "checked" where nothing is said. */
  readonly formats?: "checked" | "annotations";
  /** What becomes of a format that Stepwright does not know: "annotation", a warning, where nothing is said. */
  readonly unknownFormats?: "annotation" | "error";
  /** Pointer of a schema → the type's name. */
  readonly names?: Readonly<Record<string, string>>;
  /** Constant's name → pointer of the string enum it lists. */
  readonly constants?: Readonly<Record<string, string>>;
}

export type Direction = "request" | "response";

/** What is the same both ways is said once. */
export type Directions = Direction | "both";

/** A type that gets validators. */
export interface ContractEntry {
  /** A JSON Pointer with `#` in front (RFC 6901), nothing percent-encoded, in the schema after its overlay. */
  readonly at: string;
  /** Who writes it: the caller (request), the server (response), or both. */
  readonly direction: Directions;
}

export interface ContractSteps {
  /** The entry that has the list of steps. */
  readonly of: string;
  /** Pointer of one step. */
  readonly at: string;
  /** The property that tells step types apart. */
  readonly tag: string;
  /** The property with a step's input: "input" where nothing is said. */
  readonly input?: string;
  /**
   * What a validator does with an answered tag that the schema does not list; one that is sent is always rejected. Where it passes,
   * `matchStep` asks for `_` of answered steps.
   */
  readonly unknownTags: "reject" | "pass";
  /** Pointer of one step as the server answers it, where that is another schema than the one that is sent. */
  readonly answered?: string;
  /** Whether any value inside a step's input, except tags and constants, may refer to another step's output: `{ "$ref": …, "path": … }`. */
  readonly stepReferences?: boolean;
  /** The property of an answered step that holds what it made, for `stepReferences`: "output" where nothing is said. */
  readonly output?: string;
  /** Whether each step type gets validators of its own, for both directions and its input, in a module of their own. */
  readonly modules?: boolean;
  /** Tag → the factory's name, where the tag itself will not do; a step's type without a name is named after it. */
  readonly factories?: Readonly<Record<string, string>>;
}
