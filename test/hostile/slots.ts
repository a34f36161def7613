/**
 * Every place where a schema, an overlay or a contract carries text: a text for some of them in, the input files out.
 */
import type { InputFiles } from "./measured-run.js";

/** What stands in each place where nothing else is asked for. */
export const harmless = {
  // the schema's words
  title: "Harmless title",
  description: "A harmless description",
  propertyTitle: "Property title",
  propertyDescription: "A property",
  stepDescription: "A step",
  comment: "A comment",
  tsType: "string",
  tsEnumName: "First",
  unknownKeyword: "x-harmless",
  contentMediaType: "text/plain",
  // its names
  property: "harmless",
  requiredProperty: "needed",
  undescribedProperty: "undescribed",
  objectProperty: "nested",
  definition: "Definition",
  definitionTitle: "Titled",
  stepDefinition: "FirstStep",
  tagProperty: "kind",
  inputProperty: "input",
  listProperty: "steps",
  patternProperty: "^x-",
  dependentProperty: "depends",
  id: "https://example.invalid/harmless",
  anchor: "here",
  referencedFile: "other.json",
  // its data
  tag: "first",
  enumValue: "one",
  namedEnumValue: "open",
  onlyEnumValue: "alone",
  constValue: "constant",
  constKey: "key",
  constInner: "inner",
  defaultValue: "by default",
  defaultKey: "defaultKey",
  example: "an example",
  pattern: "^a$",
  format: "harmless",
  propertyName: "^[a-z]+$",
  // the contract
  packageName: "harmless",
  version: "1.0.0",
  license: "MIT",
  packageDescription: "A harmless package",
  command: "npm run generate",
  entry: "Workflow",
  factory: "firstStep",
  factoryTag: "first",
  givenName: "Given",
  namePointer: "#/properties/named",
  constant: "STATES",
  constantPointer: "#/properties/state",
  requirePointer: "#",
  requiredInRequest: "harmless",
  output: "output",
  contractKey: "$schema",
  contractSchema: "contract.schema.json",
  stepsOf: "Workflow",
  /** Not hostile: whether each step type has a module of its own, named after it. */
  inModules: "false",
  // the overlay
  overlayTitle: "A harmless overlay",
  overlayVersion: "1",
  overlayTarget: "$.properties.state",
  overlayDescription: "What it does",
  overlayKey: "x-more",
  overlayValue: "more",
  overlayNewProperty: "added",
  // the files
  schemaFile: "harmless.schema.json",
  overlayFile: "harmless.overlay.json",
} as const;

export type Slot = keyof typeof harmless;
export const slots = (Object.keys(harmless) as readonly Slot[]).filter((slot) => slot !== "inModules");

/** Those that take any text, whatever the others hold: they can all be hostile at once. */
export const freeSlots = slots.filter(
  (slot) =>
    !/^(?:id|anchor|referencedFile|definition|stepDefinition|propertyName|packageName|version|license|entry|factory|factoryTag|givenName|namePointer|constant|constantPointer|requirePointer|requiredInRequest|contractKey|stepsOf|overlayTarget|schemaFile|overlayFile|pattern|patternProperty|.*Property|tag|namedEnumValue|enumValue|unknownKeyword|overlayKey)$/.test(
      slot,
    ),
);

/** Pieces of a pointer (RFC 6901). */
const escaped = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

/** An object with computed keys: `{ [k]: v }` defines `__proto__` like any other, and the last of two equal keys stays. */
export function hostileInput(given: Partial<Readonly<Record<Slot, string>>>): InputFiles {
  const $: Readonly<Record<Slot, string>> = { ...harmless, ...given };
  const refTo = (name: string): string => `#/$defs/${encodeURIComponent(wellFormed(escaped(name)))}`;
  const step = (tag: string, more: object): object => ({
    type: "object",
    required: [$.tagProperty, $.inputProperty],
    properties: {
      [$.tagProperty]: { const: tag },
      [$.inputProperty]: { type: "object", properties: { text: { type: "string" } } },
      name: { type: "string" },
      [$.output]: { type: "object", readOnly: true, properties: { url: { type: "string" } } },
      ...more,
    },
  });
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: $.id,
    title: $.title,
    description: $.description,
    $comment: $.comment,
    [$.unknownKeyword]: $.unknownKeyword,
    type: "object",
    required: [$.listProperty, $.requiredProperty, $.undescribedProperty],
    properties: {
      [$.listProperty]: { type: "array", items: { $ref: "#/$defs/Step" } },
      [$.requiredProperty]: { type: "string", title: $.propertyTitle, description: $.propertyDescription },
      [$.property]: { type: ["string", "null"], tsType: $.tsType, contentMediaType: $.contentMediaType },
      [$.objectProperty]: { type: "object", properties: { text: { type: "string" } }, additionalProperties: false },
      named: { type: "object", properties: { a: { type: "string" } } },
      state: { enum: [$.namedEnumValue, "closed"] },
      choice: { enum: [$.enumValue, "two", 3], tsEnumNames: [$.tsEnumName, "Second"] },
      only: { enum: [$.onlyEnumValue] },
      constant: { const: $.constValue },
      object: { const: { [$.constKey]: $.constInner } },
      withDefault: { type: "string", default: $.defaultValue, examples: [$.example] },
      withDefaults: { type: "object", default: { [$.defaultKey]: [$.defaultValue] }, additionalProperties: true },
      matching: { type: "string", pattern: $.pattern },
      formatted: { type: "string", format: $.format },
      patterned: { type: "object", patternProperties: { [$.patternProperty]: { type: "number" } } },
      keyed: { type: "object", propertyNames: { pattern: $.propertyName }, additionalProperties: { type: "string" } },
      dependent: {
        type: "object",
        dependentRequired: { [$.dependentProperty]: [$.property] },
        dependentSchemas: { [$.dependentProperty]: { required: [$.requiredProperty] } },
      },
      definition: { $ref: refTo($.definition) },
      titled: { type: "object", title: $.definitionTitle, properties: { a: { type: "string" } } },
      anchored: { $ref: `#${encodeURIComponent(wellFormed($.anchor))}` },
      elsewhere: { $ref: encodeURIComponent(wellFormed($.referencedFile)) },
    },
    $defs: {
      Step: { oneOf: [{ $ref: refTo($.stepDefinition) }, { $ref: "#/$defs/SecondStep" }] },
      [$.stepDefinition]: { ...step($.tag, { also: { type: "string" } }), description: $.stepDescription },
      SecondStep: step("second", {}),
      [$.definition]: { type: "object", properties: { [$.property]: { type: "integer" } } },
      Anchored: { $anchor: $.anchor, type: "string" },
    },
  };
  const contract = {
    [$.contractKey]: $.contractSchema,
    schema: $.schemaFile,
    overlay: $.overlayFile,
    package: { name: $.packageName, version: $.version, license: $.license, description: $.packageDescription },
    command: $.command,
    entries: { [$.entry]: { at: "#", direction: "both" } },
    steps: {
      of: $.stepsOf,
      at: "#/$defs/Step",
      tag: $.tagProperty,
      input: $.inputProperty,
      unknownTags: "reject",
      output: $.output,
      stepReferences: true,
      modules: $.inModules === "true",
      factories: { [given.factoryTag ?? $.tag]: $.factory },
    },
    requireInRequest: { [$.requirePointer]: [given.requiredInRequest ?? $.property] },
    names: {
      "#/properties/state": "State",
      [$.namePointer]: $.givenName,
      [`#/properties/${escaped($.objectProperty)}`]: "Nested",
    },
    constants: { [$.constant]: $.constantPointer },
  };
  const overlay = {
    overlay: "1.0.0",
    info: { title: $.overlayTitle, version: $.overlayVersion },
    actions: [
      {
        target: $.overlayTarget,
        description: $.overlayDescription,
        update: { [$.overlayKey]: $.overlayValue },
      },
      { target: "$.properties", update: { [$.overlayNewProperty]: { type: "string" } } },
    ],
  };
  return {
    "workflow.contract.json": JSON.stringify(contract),
    [$.schemaFile]: JSON.stringify(schema),
    [$.overlayFile]: JSON.stringify(overlay),
    [$.referencedFile]: JSON.stringify({ type: "object", properties: { elsewhere: { type: "string" } } }),
  };
}

/** Of what no address can say, the nearest that one can. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** Whether a file can have that name at all. */
export const canBeFileName = (text: string): boolean =>
  text !== "" &&
  !/[\0/]/.test(text) &&
  !/\p{Surrogate}/u.test(text) &&
  Buffer.byteLength(text) <= 255 &&
  !/^\.{1,2}$/.test(text);
