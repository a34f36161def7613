/** The kinds of value that the branches of a union may take. */
import { namedKinds, type Kind } from "../../../schema/reading/kinds.js";
import type { Branch } from "./program.js";

const kindsOf = (branch: Branch): readonly Kind[] =>
  "call" in branch ? branch.kinds : namedKinds({ type: branch.types });

/** Whether no two branches take values of one kind: then no value fits more than one. */
export function areApart(branches: readonly Branch[]): boolean {
  const kinds = branches.flatMap(kindsOf);
  return new Set(kinds).size === kinds.length;
}

/** The functions that alone have something to say of an array, and of an object. */
export interface ByKind {
  readonly array?: string;
  readonly object?: string;
}

/** Undefined where a value may be meant for several branches that are called: one that is neither an array nor an object may be. */
export function functionsByKind(branches: readonly Branch[]): ByKind | undefined {
  const called = branches.filter((branch) => "call" in branch);
  const isApart = called.every(({ kinds }) => kinds.join() === "array" || kinds.join() === "object");
  return isApart && areApart(branches)
    ? Object.fromEntries(called.map(({ kinds, call }) => [kinds.join(), call]))
    : undefined;
}
