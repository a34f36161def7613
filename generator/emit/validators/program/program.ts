/**
 * What the validator emitter prints: one function a named schema, before it is code.
 */
import type { Json, Scalar, SchemaObject, TypeName } from "../../../json/json-schema.js";
import { multimap } from "../../../multimap.js";
import type { Kind } from "../../../schema/reading/kinds.js";

/** Functions by name, in the order in which they were asked for. A guard and a collector are made of each. */
export type Program = ReadonlyMap<string, ValidatorFunction>;

export type ValidatorFunction = SchemaFunction | DispatchFunction | ConstantFunction;

interface OfType {
  /** The name of the type it stands for, for sentences; absent where the projection made the function, or the name says nothing. */
  readonly type?: string;
}

/** AJV writes its body. */
export interface SchemaFunction extends OfType {
  readonly kind: "schema";
  readonly schema: ProjectedSchema;
  /** It is called by a dispatch, for objects only, and need not ask whether a value is one. */
  readonly isForObjects?: boolean;
}

/** Picks the function by a tag; AJV validates the branch. */
export interface DispatchFunction extends OfType {
  readonly kind: "dispatch";
  readonly tag: string;
  readonly cases: readonly DispatchCase[];
  /** The function for a value without the tag; such a value is rejected where there is none. */
  readonly absent?: string;
  /** Whether a tag that is `null` counts as absent. */
  readonly nullIsAbsent: boolean;
  /** The function for a tag that no case has; such a value is rejected where there is none. */
  readonly unknown?: string;
}

interface DispatchCase {
  readonly tags: readonly Scalar[];
  readonly to: string;
}

/** Tags that lead to one function are one case. */
export const casesOf = (tagged: Iterable<readonly [to: string, tag: Scalar]>): readonly DispatchCase[] =>
  [...multimap(tagged)].map(([to, tags]) => ({ tags, to }));

/** Whether a value without the tag is checked as if it had one of several: then another tag may be better. */
export const hasDefault = ({ cases, absent }: DispatchFunction): boolean =>
  cases.length > 1 && cases.some(({ to }) => to === absent);

/** A boolean schema. */
interface ConstantFunction extends OfType {
  readonly kind: "constant";
  readonly accepts: boolean;
}

/**
 * A schema as AJV reads it. Some subschemas stand in place, all others are functions by name: `contents` says which. Keywords of our
 * own are `call`, the functions that all must accept, from `$ref`, `allOf` and compound constants; `lastly`, those that have nothing to
 * say of a value with which anything else is wrong, as what is unevaluated depends on it; and, for what a value must be that is no step
 * reference, `unlessReference`, or `orReference` where that is never an object, so that an object with a `$ref` can only mean to be one.
 */
export interface ProjectedSchema extends Omit<SameKeywords, keyof ProjectedKeywords>, ProjectedKeywords {
  readonly [keyword: string]: unknown;
}

export type Projected = boolean | ProjectedSchema;

/** The keywords that mean what they do in the canonical schema. */
type SameKeywords = { readonly [Key in keyof SchemaObject as string extends Key ? never : Key]: SchemaObject[Key] };

/** The keywords with schemas and functions. */
interface ProjectedKeywords {
  readonly properties?: Readonly<Record<string, Projected>>;
  readonly patternProperties?: Readonly<Record<string, Projected>>;
  readonly additionalProperties?: Projected;
  readonly items?: Projected;
  readonly prefixItems?: readonly Projected[];
  readonly unlessReference?: ProjectedSchema;
  readonly orReference?: ProjectedSchema;
  readonly call?: readonly string[];
  readonly lastly?: readonly string[];
  readonly then?: string;
  readonly else?: string;
  readonly dependentSchemas?: Readonly<Record<string, string>>;
  readonly anyOf?: readonly Branch[];
  readonly oneOf?: readonly Branch[];
  readonly not?: Branch;
  readonly if?: Branch;
  readonly contains?: Branch;
  readonly propertyNames?: Branch;
  readonly enum?: readonly Choice[];
}

type Content =
  /** Schemas in place. */
  | "schema"
  | "schemas"
  | "schemas by key"
  /** Names of functions. */
  | "function"
  | "functions"
  | "functions by key"
  | "branch"
  | "branches"
  | "choices";

/** Keyword of a projected schema → what its value is made of; absent for one that holds neither schemas nor functions. */
export const contents: ReadonlyMap<string, Content> = new Map<string, Content>([
  ["properties", "schemas by key"],
  ["patternProperties", "schemas by key"],
  ["additionalProperties", "schema"],
  ["items", "schema"],
  ["prefixItems", "schemas"],
  ["unlessReference", "schema"],
  ["orReference", "schema"],
  ["call", "functions"],
  ["lastly", "functions"],
  ["then", "function"],
  ["else", "function"],
  ["dependentSchemas", "functions by key"],
  ["anyOf", "branches"],
  ["oneOf", "branches"],
  ["not", "branch"],
  ["if", "branch"],
  ["contains", "branch"],
  ["propertyNames", "branch"],
  ["enum", "choices"],
]);

/** What a value must be that is no step reference; undefined where it cannot be one. */
export const unreferred = ({ unlessReference, orReference }: ProjectedSchema): ProjectedSchema | undefined =>
  unlessReference ?? orReference;

/** A function's name and the kinds of value that it may take, or only types, which need no call. */
export type Branch =
  { readonly call: string; readonly kinds: readonly Kind[] } | { readonly types: readonly TypeName[] };

/** One value of an `enum`; an array or object is compared by a function. */
export interface Choice {
  readonly value: Json;
  readonly call?: string;
}
