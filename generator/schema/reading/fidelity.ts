/**
 * Every keyword of JSON Schema 2020-12, and who honours it: the type, the validator, the rule that tells requests from answers,
 * nobody because it is an annotation, or a diagnostic because nobody could. The rule that refuses and the fidelity report of
 * `stepwright inspect` both read it.
 */
export type Fidelity =
  /** The type says it as the validator does, but for what `loses` names. */
  | { readonly by: "type"; readonly loses?: string }
  /** No type says it. */
  | { readonly by: "validator" }
  /** At some places the type says it, at others the validator alone. */
  | { readonly by: "either"; readonly says: string }
  /** It belongs to the keyword that is named, and counts as a part of it. */
  | { readonly by: "part"; readonly of: string }
  /** It tells what is sent from what is answered (rule **direct**), and is checked by nobody. */
  | { readonly by: "direction"; readonly says: string }
  /** Checked by nobody, as the standard has it; `looksChecked` where a reader may think otherwise. */
  | { readonly by: "annotation"; readonly looksChecked?: true }
  /** It says where a reference leads or what the others mean: followed before there are types and validators. */
  | { readonly by: "resolution" }
  /** Nobody can honour it: it ends the run (SW250), unless an earlier rule has put other keywords in its place. */
  | { readonly by: "refusal"; readonly hint: string };

export const fidelity = {
  // core
  $id: { by: "resolution" },
  $schema: { by: "resolution" },
  $ref: { by: "type" },
  $anchor: { by: "resolution" },
  $dynamicRef: { by: "refusal", hint: "refer to the schema itself with `$ref`" },
  $dynamicAnchor: { by: "resolution" },
  $vocabulary: { by: "resolution" },
  $comment: { by: "annotation" },
  $defs: { by: "resolution" },
  // applicator
  properties: { by: "type" },
  patternProperties: {
    by: "type",
    loses: "the index signature takes every name where a pattern is more than plain text",
  },
  additionalProperties: { by: "type", loses: "the index signature takes the named properties' types too" },
  propertyNames: { by: "either", says: "names that it lists are the properties of the type" },
  items: { by: "type" },
  prefixItems: { by: "type" },
  contains: { by: "validator" },
  allOf: { by: "type" },
  anyOf: { by: "type" },
  oneOf: { by: "type", loses: "a value may be of two branches at once, unless one asks for nothing but a property" },
  not: { by: "type", loses: "a type leaves out whole kinds and listed values" },
  if: { by: "type", loses: "a type knows the two cases, not always which of them a value is in" },
  then: { by: "part", of: "if" },
  else: { by: "part", of: "if" },
  dependentSchemas: { by: "type", loses: "a type says it of up to three properties, as far as it can say the schema" },
  // unevaluated
  unevaluatedItems: { by: "refusal", hint: "say the rest in one place, with `items` beside `prefixItems`" },
  unevaluatedProperties: {
    by: "refusal",
    hint: "name all properties in one place and close it with `additionalProperties: false`",
  },
  // validation
  type: { by: "type", loses: "an integer is a number" },
  enum: { by: "type" },
  const: { by: "type" },
  multipleOf: { by: "validator" },
  minimum: { by: "validator" },
  maximum: { by: "validator" },
  exclusiveMinimum: { by: "validator" },
  exclusiveMaximum: { by: "validator" },
  minLength: { by: "validator" },
  maxLength: { by: "validator" },
  pattern: { by: "validator" },
  minItems: { by: "either", says: "a tuple has a length, a list does not" },
  maxItems: { by: "either", says: "a tuple has a length, a list does not" },
  uniqueItems: { by: "validator" },
  minContains: { by: "part", of: "contains" },
  maxContains: { by: "part", of: "contains" },
  minProperties: { by: "validator" },
  maxProperties: { by: "either", says: "0 is an object without properties" },
  required: { by: "type" },
  dependentRequired: { by: "either", says: "a type says it of up to three properties" },
  // format-annotation: a format that `formats` does not have is an annotation
  format: { by: "validator" },
  // content
  contentEncoding: { by: "annotation", looksChecked: true },
  contentMediaType: { by: "annotation", looksChecked: true },
  contentSchema: { by: "annotation", looksChecked: true },
  // meta-data
  title: { by: "annotation" },
  description: { by: "annotation" },
  default: {
    by: "direction",
    says: "a required property that has one may be left out of a request, and so may a tag, whose default then picks the branch",
  },
  deprecated: { by: "annotation" },
  readOnly: {
    by: "direction",
    says: "a property, by its name or a pattern, is not in the request, unless it is a constant, as a tag is; said of anything else it is an annotation",
  },
  writeOnly: { by: "direction", says: "a property is not in the answer, likewise" },
  examples: { by: "annotation" },
  // what earlier drafts had in their place
  definitions: { by: "resolution" },
  dependencies: { by: "refusal", hint: "2020-12 calls it `dependentRequired` and `dependentSchemas`" },
  $recursiveRef: { by: "refusal", hint: "refer to the schema itself with `$ref`" },
  $recursiveAnchor: { by: "resolution" },
  // OpenAPI's, which the canonical schema keeps
  discriminator: { by: "type" },
} as const satisfies Readonly<Record<string, Fidelity>>;

export type Keyword = keyof typeof fidelity;

export const keywords = Object.keys(fidelity) as readonly Keyword[];

/** The keywords that the type says, but for what it loses. */
export type LossyKeyword = {
  [Name in Keyword]: (typeof fidelity)[Name] extends { readonly by: "type"; readonly loses: string } ? Name : never;
}[Keyword];

export const isKeyword = (name: string): name is Keyword => Object.hasOwn(fidelity, name);

/** A keyword that the standard does not know is an annotation (JSON Schema 2020-12, core 6.5). */
export const fidelityOf = (keyword: string): Fidelity =>
  isKeyword(keyword) ? fidelity[keyword] : { by: "annotation" };

/** Whether a keyword asks something of the value that it is said of, be it something that nobody could check. */
export const isAssertion = (keyword: string): boolean => asserting.has(fidelityOf(keyword).by);

const asserting: ReadonlySet<Fidelity["by"]> = new Set(["type", "validator", "either", "part", "refusal"]);
