/**
 * What a declaration module takes from types.d.ts: type names come in one by one as they are used, one import goes out.
 */
import type { ImportDeclarationStructure, OptionalKind } from "ts-morph";
import { identifier } from "../text/identifier.js";

/** How the module refers to a type, which it imports from now on. */
export type Refer = (type: string) => string;

interface TypeImports {
  readonly refer: Refer;
  declaration(): OptionalKind<ImportDeclarationStructure>;
}

/** @param taken names that the module declares itself; a type of the same name gets another one there. */
export function typeImports(taken: ReadonlySet<string>): TypeImports {
  const imported = new Set<string>();
  const localName = (type: string): string => (taken.has(type) ? localName(`${type}_`) : type);
  return {
    refer(type) {
      imported.add(identifier(type));
      return localName(type);
    },
    declaration: () => ({
      isTypeOnly: true,
      namedImports: [...imported].sort().map((name) => (taken.has(name) ? { name, alias: localName(name) } : { name })),
      moduleSpecifier: "./types.js",
    }),
  };
}
