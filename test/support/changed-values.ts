/**
 * For fast-check: a JSON value in, the same with some things changed at random out: a part is another value or gone, a
 * property's name has lost a letter, or there is one too many.
 */
import fc from "fast-check";
import { isObject, type Json } from "#generator/json/json-schema.js";
import { data } from "./made-values.js";

type Member = readonly [key: string, value: Json];

interface Change {
  readonly kind: "replace" | "leave out" | "misspell" | "add";
  /** Which of the parts, counted around. */
  readonly at: number;
  readonly value: Json;
}

const changes: fc.Arbitrary<readonly Change[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("replace", "leave out", "misspell", "add"),
    at: fc.nat(),
    value: data,
  }),
  { minLength: 1, maxLength: 6 },
);

export const changed = (value: Json): fc.Arbitrary<Json> => changes.map((each) => each.reduce(withChange, value));

function withChange(value: Json, { kind, at, value: other }: Change): Json {
  const owners = containersIn(value);
  const owner = owners[at % owners.length];
  if (owner === undefined) return other;
  const place = Math.floor(at / owners.length) % Math.max(1, membersOf(owner).length);
  const members = membersOf(owner).flatMap((member, index): readonly Member[] => {
    const [key, part] = member;
    if (index !== place) return [member];
    if (kind === "replace") return [[key, other]];
    if (kind === "misspell") return [[key.slice(0, -2) + key.slice(-1), part]];
    return kind === "add" ? [member, [`${key}s`, other]] : [];
  });
  return replaced(value, owner, members);
}

const isContainer = (value: Json): boolean => Array.isArray(value) || isObject(value);
const membersOf = (container: Json): readonly Member[] => Object.entries(container as object) as Member[];

function containersIn(value: Json): readonly Json[] {
  return isContainer(value) ? [value, ...membersOf(value).flatMap(([, part]) => containersIn(part))] : [];
}

function replaced(value: Json, owner: Json, members: readonly Member[]): Json {
  if (!isContainer(value)) return value;
  const made = value === owner ? members : membersOf(value).map(([key, part]) => [key, replaced(part, owner, members)]);
  return Array.isArray(value) ? made.map(([, part]) => part as Json) : (Object.fromEntries(made) as Json);
}
