/**
 * JSON values and JSON Schema 2020-12 as plain data, and where each part of a schema came from.
 */
export type Json = Scalar | JsonArray | JsonObject;
/** A value that `===` compares as JSON Schema does: 1.0 is 1, and "1" is not. */
export type Scalar = null | boolean | number | string;
export type JsonArray = readonly Json[];
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Where an object of a loaded document stands: a symbol key survives `{ ...spread }` and is invisible to JSON. */
export const origin: unique symbol = Symbol("origin");

export interface Origin {
  /** The document's path as the user gave it, with forward slashes. */
  readonly file: string;
  /** JSON Pointer (RFC 6901) in that file; the root is "". */
  readonly pointer: string;
  /** The same node's pointer in the schema after its overlay: what a contract's pointers name. `file#/pointer` in a file beside it. */
  readonly at?: string;
  /** What an overlay has changed in the node. */
  readonly overlaid?: Overlaid;
  /** Where the bases stand that rule **inherit** has merged with it, as a contract's pointers name them. */
  readonly bases?: readonly string[];
}

/** Members and entries of lists below a node, by their pointers from there, and where an overlay gives them. */
export type Overlaid = readonly {
  readonly at: string;
  readonly place: Pick<Origin, "file" | "pointer">;
  /** Whether all below is the overlay's as well; not so of a list that it made longer. */
  readonly isWhole: boolean;
}[];

/**
 * The `$comment` of an `if` that rule **unevaluated** made: `then` lets everything pass that `else` does. Text, as the validators may be
 * made in a thread, where no symbol arrives; those of the schema itself are gone when it is bundled.
 */
export const widening = "widening";

/** Of a schema with `contains` from before 2020-12: what that finds is not evaluated by it. */
export const onlyCounting: unique symbol = Symbol("only counting");

/** What stands in a schema of the document, and its standard ignores there. */
export const ignored: unique symbol = Symbol("ignored");

/** Of an object that rule **unevaluated** closed: the properties that it forbids for no reason but that it does not know them. */
export const unnamed: unique symbol = Symbol("unnamed");

export interface IgnoredKeyword {
  readonly keyword: string;
  readonly value: unknown;
  /** The dialect that does not know it; absent where it stands beside a reference. */
  readonly dialect?: string | undefined;
}

/** A schema object of the 2020-12 dialect. Only the keywords the generator reads are spelled out. */
export interface SchemaObject {
  readonly [origin]?: Origin;
  readonly [onlyCounting]?: true;
  readonly [unnamed]?: readonly string[];
  readonly [ignored]?: readonly IgnoredKeyword[];
  readonly $ref?: string;
  readonly $defs?: Definitions;
  readonly $comment?: string;
  readonly title?: string;
  readonly description?: string;
  readonly type?: TypeName | readonly TypeName[];
  readonly properties?: Definitions;
  readonly patternProperties?: Definitions;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly contains?: Schema;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
  readonly dependentRequired?: Readonly<Record<string, readonly string[]>>;
  readonly dependentSchemas?: Definitions;
  readonly format?: string;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly default?: Json;
  readonly examples?: readonly Json[];
  readonly discriminator?: Discriminator;
  readonly [keyword: string]: unknown;
}
export type Schema = boolean | SchemaObject;
export type Definitions = Readonly<Record<string, Schema>>;
export type TypeName = "null" | "boolean" | "object" | "array" | "number" | "integer" | "string";

/**
 * How the branches of a `oneOf` are told apart: OpenAPI 3.1's Discriminator Object (section 4.8.25), with the branch for
 * an absent tag. In the canonical schema every value of `mapping` is a `#/$defs/Name`.
 */
export interface Discriminator {
  readonly propertyName: string;
  readonly mapping: Readonly<Record<string, string>>;
  /** Where some tags are no strings: all of them, each with its branch. The mapping, which can only have strings, is empty then. */
  readonly tags?: readonly (readonly [tag: Scalar, ref: string])[];
  /** The branch taken when the tag is absent. */
  readonly absent?: string;
  /** A request's branch for an absent tag, where the tag has a default; `null` selects it too. */
  readonly default?: string;
  /** Whether a tag that is `null` counts as absent. */
  readonly nullIsAbsent?: true;
  /** The branch taken when the tag is a string that `mapping` does not list; without it such a value is rejected. */
  readonly unknown?: string;
}

/** The one schema everything is made from: every type a `$defs` entry, every `$ref` a `#/$defs/Name`. */
export interface CanonicalSchema {
  readonly $schema: "https://json-schema.org/draft/2020-12/schema";
  readonly $defs: Definitions;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isScalar = (value: Json): value is Scalar => typeof value !== "object" || value === null;

/** As `Array.isArray`, which makes `any` of what a list holds that may not be changed. */
export const isArray = (value: Json): value is JsonArray => Array.isArray(value);

/** Where an object stands; undefined for one that a rule or an emitter has made. */
export const originOf = (value: object): Origin | undefined => (value as { readonly [origin]?: Origin })[origin];

/** The schema of a property; of an own one, because a schema may speak of `constructor` or leave it unsaid. */
export const propertyOf = <S>(schema: boolean | WithProperties<S> | undefined, name: string): S | undefined =>
  typeof schema === "object" && Object.hasOwn(schema.properties ?? {}, name) ? schema.properties?.[name] : undefined;

interface WithProperties<S> {
  readonly properties?: Readonly<Record<string, S>>;
}

/** Whether a schema is one of the two that ask nothing: `true` and `{}`. */
export const acceptsAll = (schema: unknown): boolean =>
  schema === true || (isObject(schema) && Object.keys(schema).length === 0);

/** The name in a `#/$defs/Name` reference of the canonical schema. */
export const refName = (ref: string): string => ref.slice("#/$defs/".length);
export const refTo = (name: string): string => `#/$defs/${name}`;

/** The name of the definition that a schema refers to, whatever stands beside the reference. */
export const referredName = (schema: Schema | undefined): string | undefined =>
  typeof schema === "object" && schema.$ref !== undefined ? refName(schema.$ref) : undefined;
