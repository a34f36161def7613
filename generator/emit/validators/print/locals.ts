/**
 * The names of a function's own variables: AJV numbers them through, a reader wants `value`, `item`, `key` and `i`.
 */
import type { ESTree } from "meriyah";
import { freeName } from "../../../words/free-name.js";

/** The names that are taken at one place of a function. */
export interface Taken {
  /** Names that are read further on: those of the places around it, and its own. */
  readonly used: ReadonlySet<string>;
  /** Names that the block around the place declares already. */
  readonly declared: Set<string>;
}

export interface Locals {
  /** The text for one of AJV's names. */
  nameOf(name: string): string;
  /** A name that is free at a place, for one of AJV's. */
  declare(name: string, place: Taken, base?: string): string;
  /** The name for the values of properties at a place, one after the other, and the word that declares it where none has. */
  property(name: string, place: Taken): { readonly word: string; readonly name: string };
}

export const nothingTaken = (): Taken => ({ used: new Set(), declared: new Set() });

/** A block of its own at a place. */
export const inner = ({ used }: Taken): Taken => ({ used, declared: new Set() });

export const using = ({ used, declared }: Taken, name: string): Taken => ({
  used: new Set([...used, name]),
  declared,
});

export function createLocals(): Locals {
  const names = new Map<string, string>();
  return {
    nameOf: (name) => names.get(name) ?? name,
    declare(name, { used, declared }, base = baseOf(name)) {
      const free = freeName(base, (each) => used.has(each) || declared.has(each));
      names.set(name, free);
      declared.add(free);
      return free;
    },
    property(name, { used, declared }) {
      const free = freeName("value", (each) => used.has(each));
      names.set(name, free);
      const word = declared.has(free) ? "" : "let ";
      declared.add(free);
      return { word, name: free };
    },
  };
}

/** `data5` → `value`, `i0` → `i` */
const baseOf = (name: string): string => name.replace(/\d+$/, "").replace(/^data$/, "value");

/** What a declaration or the head of a loop declares. */
export function declaredName(node: ESTree.Node | null | undefined): string | undefined {
  const id = node?.type === "VariableDeclaration" ? node.declarations[0]?.id : undefined;
  return id?.type === "Identifier" ? id.name : undefined;
}
