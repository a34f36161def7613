/**
 * What is used of ts-morph. Its values are required, not imported: to import a CommonJS package, Node reads its twelve
 * megabytes once more in search of the names they export, which takes longer than to run them.
 */
import { createRequire } from "node:module";
import type * as TsMorph from "ts-morph";

const library = createRequire(import.meta.url)("ts-morph") as typeof TsMorph;

export const { IndentationText, NewLineKind, Project, QuoteKind, StructureKind, VariableDeclarationKind, ts } = library;

/** Declarations, of which it is known where they stand what they are. */
export type FunctionStructure = TsMorph.OptionalKind<TsMorph.FunctionDeclarationStructure>;
export type ClassStructure = TsMorph.OptionalKind<TsMorph.ClassDeclarationStructure>;
export type AliasStructure = TsMorph.OptionalKind<TsMorph.TypeAliasDeclarationStructure>;
