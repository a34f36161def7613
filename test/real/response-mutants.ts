/**
 * Changes of an answer, one function a kind.
 */
import { legal, membersOf, wrong, type Mutate, type Subject } from "./mutant.js";
import { withValue } from "./places.js";

export { listAsObject, numberAsString, outOfBounds, unlistedString } from "./request-mutants.js";

/** Newer members appear unannounced. */
export const unknownMemberInEveryObject: Mutate = ({ value, places }) => [
  {
    value: places.objects.reduce((body, { path }) => withValue(body, [...path, "newMember"], { any: "thing" }), value),
    due: [],
  },
];

const tagsIn = ({ places }: Subject) => places.values.filter(({ tag }) => tag !== undefined);

/** So do newer kinds of things, where there is more than one kind. */
export const unknownTag: Mutate = (subject) =>
  tagsIn(subject).map(({ path, value, tag }) =>
    (tag?.isImplied ? wrong : legal)(subject.value, path, `${String(value)}x`),
  );

/** A tag is absent where the place allows one kind only, and an echoed input loses its tags. */
export const tagDropped: Mutate = (subject) => tagsIn(subject).map(({ path }) => legal(subject.value, path, undefined));

export const everyTagDropped: Mutate = (subject) => [
  { value: tagsIn(subject).reduce((body, { path }) => withValue(body, path, undefined), subject.value), due: [] },
];

export const tagAsNumber: Mutate = (subject) => tagsIn(subject).map(({ path }) => wrong(subject.value, path, 7));

/** Nulls are omitted, and sent all the same. */
export const nullableMemberDropped: Mutate = (subject) =>
  membersOf(subject)
    .filter(({ schema, tag, now }) => now !== undefined && tag === undefined && subject.document.allows(schema, "null"))
    .flatMap(({ path }) => [legal(subject.value, path, undefined), legal(subject.value, path, null)]);

export const optionalMemberDropped: Mutate = (subject) =>
  membersOf(subject)
    .filter(({ required, tag, now }) => !required && tag === undefined && now !== undefined)
    .map(({ path }) => legal(subject.value, path, undefined));

export const requiredMemberDropped: Mutate = (subject) =>
  membersOf(subject)
    .filter(
      ({ schema, required, tag, now }) =>
        required && tag === undefined && now !== undefined && !subject.document.allows(schema, "null"),
    )
    .map(({ path }) => wrong(subject.value, path, undefined));

export const memberAsNull: Mutate = (subject) =>
  membersOf(subject)
    .filter(({ schema, tag }) => tag === undefined && !subject.document.allows(schema, "null"))
    .map(({ path }) => wrong(subject.value, path, null));
