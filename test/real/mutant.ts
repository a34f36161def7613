/**
 * What a mutant is: a body with one thing changed, and what is due of it.
 */
import type { Json } from "./bodies.js";
import type { OpenApiDocument } from "./document.js";
import { valueAt, withValue, type Member, type Path, type Places } from "./places.js";

export interface Mutant {
  readonly value: Json;
  /** The places of the issues that are due, one each; none where the change is legal. */
  readonly due: readonly Path[];
}

export interface Subject {
  readonly value: Json;
  /** The steps in it, and their inputs; an input by itself is its only input. */
  readonly steps: readonly Path[];
  readonly inputs: readonly Path[];
  readonly places: Places;
  readonly document: OpenApiDocument;
}

export type Mutate = (subject: Subject) => readonly Mutant[];

/** The body with another value at a place, which is wrong. */
export const wrong = (body: Json, path: Path, value: Json | undefined): Mutant => ({
  value: withValue(body, path, value),
  due: [path],
});
export const legal = (body: Json, path: Path, value: Json | undefined): Mutant => ({
  value: withValue(body, path, value),
  due: [],
});

export interface FoundMember extends Member {
  readonly path: Path;
  /** Undefined where the body does not have it. */
  readonly now: Json | undefined;
}

/** Every member that an object of the body could have. */
export const membersOf = ({ value, places }: Subject): readonly FoundMember[] =>
  places.objects.flatMap(({ path, members }) =>
    [...members].map(([key, member]) => ({ ...member, path: [...path, key], now: valueAt(value, [...path, key]) })),
  );
