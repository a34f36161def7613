/**
 * Changes of a request, one function a kind.
 */
import type { Json } from "./bodies.js";
import type { Part } from "./document.js";
import { legal, membersOf, wrong, type Mutate, type Subject } from "./mutant.js";
import { valueAt, withValue, type Member, type Path } from "./places.js";

const unknown = "noSuchKey";
const reference: Json = { $ref: "earlier", path: "output.images[0].url" };

const objectInputs = ({ value, inputs }: Subject): readonly Path[] =>
  inputs.filter((input) => isObject(valueAt(value, input)));

const isObject = (value: Json | undefined): boolean =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const unknownKeyInTheInput: Mutate = (subject) =>
  objectInputs(subject).map((input) => wrong(subject.value, [...input, unknown], 1));

export const unknownKeyInAnyObject: Mutate = ({ value, places }) =>
  places.objects.map(({ path }) => wrong(value, [...path, unknown], null));

export const unknownKeyInEveryObject: Mutate = ({ value, places }) => {
  const due = places.objects.map(({ path }) => [...path, unknown]);
  return [{ value: due.reduce((body, path) => withValue(body, path, null), value), due }];
};

/** A step type with its last letter missing. */
export const unknownStepType: Mutate = ({ value, steps }) =>
  steps.map((step) => wrong(value, [...step, "$type"], String(valueAt(value, [...step, "$type"])).slice(0, -1)));

/** The tags of the inputs and below, each with one letter more. */
export const unknownTag: Mutate = ({ value, places }) =>
  places.values
    .filter(({ tag, path }) => tag !== undefined && path.at(-1) !== "$type")
    .map(({ path, value: now }) => wrong(value, path, `${String(now)}x`));

/** Another type at every place that holds a value of one type: legal in a map of anything, and where both are listed. */
const retyped =
  (from: "string" | "number", to: "string" | "number", change: (value: Json) => Json): Mutate =>
  ({ value, places, document }) =>
    places.values
      .filter((each) => typeof each.value === from)
      .map(({ path, schema, value: now }) => (document.allows(schema, to) ? legal : wrong)(value, path, change(now)));

export const numberAsString = retyped("number", "string", String);
export const stringAsNumber = retyped("string", "number", () => 7);

/** The same for lists and objects. */
export const listAsObject: Mutate = ({ value, places, document }) =>
  places.values
    .filter((each) => typeof each.value === "object" && each.value !== null)
    .map(({ path, schema, value: now }) =>
      (document.isAnything(schema) ? legal : wrong)(value, path, Array.isArray(now) ? { length: 0 } : [now]),
    );

export const unlistedString: Mutate = ({ value, places, document }) =>
  places.values
    .filter(
      (each) =>
        typeof each.value === "string" && each.tag === undefined && document.target(each.schema).enum !== undefined,
    )
    .map(({ path, value: text }) => wrong(value, path, `${String(text)}x`));

/** A number beyond what the place holds, a text beyond its length, its pattern or its format, a list that is too long. */
export const outOfBounds: Mutate = ({ value, places, document }) =>
  places.values
    .filter(({ tag }) => tag === undefined)
    .flatMap(({ path, schema, value: now }) =>
      beyond(document.target(schema), now).map((each) => wrong(value, path, each)),
    );

function beyond(
  { type, enum: listed, format, pattern, minimum, maximum, maxLength, minLength, maxItems }: Part,
  now: Json,
): readonly Json[] {
  const kind = [type].flat().find((each) => each !== "null");
  if (listed !== undefined) return [];
  if (kind === "array" && maxItems !== undefined && Array.isArray(now) && typeof now[0] === "string") {
    return [Array.from({ length: maxItems + 1 }, (_, index) => `${String(now[0])}${index}`)];
  }
  if (kind === "string" && typeof now === "string") {
    if (format !== undefined || pattern !== undefined) return ["two words"];
    return [...(maxLength === undefined ? [] : ["x".repeat(maxLength + 1)]), ...((minLength ?? 0) > 0 ? [""] : [])];
  }
  if (typeof now !== "number" || (kind !== "integer" && kind !== "number")) return [];
  const beside = [
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1]),
    Number.NaN,
  ];
  return kind === "integer"
    ? [...beside, (minimum ?? 0) + 0.5, ...(format === "int32" && maximum === undefined ? [2 ** 31] : [])]
    : beside;
}

export const inputDropped: Mutate = ({ value, steps }) =>
  steps.map((step) => wrong(value, [...step, "input"], undefined));
export const inputAsList: Mutate = ({ value, steps }) => steps.map((step) => wrong(value, [...step, "input"], []));
export const inputAsNull: Mutate = ({ value, inputs, steps }) =>
  steps.length === 0
    ? []
    : inputs.filter((input) => isObject(valueAt(value, input))).map((input) => wrong(value, input, null));

/** What the server knows or assumes by itself is optional, and so is a tag with a default. */
const isDemanded = ({ required, tag, schema }: Member): boolean =>
  tag === undefined ? required && schema.readOnly !== true && !("default" in schema) : tag.standard === undefined;

/** Tags and members that must be there, each left out. */
export const requiredMemberDropped: Mutate = (subject) =>
  membersOf(subject)
    .filter((member) => isDemanded(member) && member.now !== undefined)
    .map(({ path }) => wrong(subject.value, path, undefined));

/** Members that need not be there, each left out; of the tags those whose absence says the same. */
export const optionalMemberDropped: Mutate = (subject) =>
  membersOf(subject)
    .filter(
      (member) =>
        !isDemanded(member) &&
        member.now !== undefined &&
        (member.tag === undefined || member.tag.standard === member.now),
    )
    .map(({ path }) => legal(subject.value, path, undefined));

/** A tag with a default, as null. */
export const defaultedTagAsNull: Mutate = (subject) =>
  membersOf(subject)
    .filter(({ tag, now }) => tag?.standard !== undefined && (now ?? tag.standard) === tag.standard)
    .map(({ path }) => legal(subject.value, path, null));

/** Every member of every object as null: legal where the document says so. */
export const memberAsNull: Mutate = (subject) =>
  membersOf(subject)
    .filter(({ schema, tag }) => tag === undefined && schema.readOnly !== true)
    .map(({ path, schema }) => (subject.document.allows(schema, "null") ? legal : wrong)(subject.value, path, null));

/** What only the server says, sent. */
export const readOnlyMember: Mutate = (subject) =>
  membersOf(subject)
    .filter(({ schema, tag }) => schema.readOnly === true && tag === undefined)
    .map(({ path }) => wrong(subject.value, path, 1));

const insideInput = ({ inputs }: Subject, path: Path): boolean =>
  inputs.some((input) => path.length > input.length && input.every((key, index) => path[index] === key));

/** A reference to an earlier step's output in place of every value inside an input: legal but for tags. */
export const stepReference: Mutate = (subject) =>
  subject.places.values
    .filter(({ path }) => insideInput(subject, path))
    .map(({ path, tag }) => (tag === undefined ? legal : wrong)(subject.value, path, reference));

/** A reference without its path, in place of a plain value: what is missing is the path. */
export const referenceWithoutPath: Mutate = (subject) =>
  subject.places.values
    .filter(
      ({ path, value, tag, schema }) =>
        insideInput(subject, path) &&
        tag === undefined &&
        typeof value !== "object" &&
        !subject.document.isAnything(schema),
    )
    .map(({ path }) => ({ value: withValue(subject.value, path, { $ref: "earlier" }), due: [[...path, "path"]] }));

/** A reference outside of an input, and under a name that nobody knows. */
export const misplacedReference: Mutate = (subject) => [
  ...subject.steps.flatMap((step) =>
    ["$type", "name", "priority", "timeout", "retries"].map((key) => wrong(subject.value, [...step, key], reference)),
  ),
  ...objectInputs(subject).map((input) => wrong(subject.value, [...input, unknown], reference)),
];
