/**
 * Where the package stands that `generate-package.ts` made, and what it exports, for tests that do not know its names.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inject } from "vitest";

const data = new URL("../../../shared/real/", import.meta.url);

export const isThere = existsSync(data);

/** The name of a `describe`, which says why nothing ran. */
export const titled = (title: string): string => (isThere ? title : `${title} (skipped: no real data)`);

export const dataFile = (name: string): URL => new URL(name, data);

/** A program's folder: the package is installed in its `node_modules`. */
export const consumerFolder = (): string => inject("consumer");

export const packageFolder = (): string => path.join(consumerFolder(), "node_modules/civitai-orchestration");

export interface Issue {
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  readonly message: string;
  readonly keyword: string;
}

export interface Entry {
  /** Every issue; empty for a valid value. Throws where guard and `safeParse` do not say the same. */
  issuesOf(value: unknown): readonly Issue[];
}

export type Exports = Readonly<Record<string, unknown>>;
type SafeParse = (
  value: unknown,
) => { readonly success: true } | { readonly success: false; readonly issues: readonly Issue[] };

export const loadPackage = async (): Promise<Exports> =>
  (await import(/* @vite-ignore */ pathToFileURL(path.join(packageFolder(), "index.js")).href)) as Exports;

/** The validators of an entry type. */
export function entryOf(exports: Exports, type: string): Entry {
  const guard = exports[`is${type}`] as ((value: unknown) => boolean) | undefined;
  const safeParse = exports[`safeParse${type}`] as SafeParse | undefined;
  if (guard === undefined || safeParse === undefined) throw new Error(`the package has no validators for ${type}`);
  return {
    issuesOf(value) {
      const result = safeParse(value);
      if (guard(value) !== result.success)
        throw new Error(`is${type} and safeParse${type} differ on ${JSON.stringify(value)}`);
      if (!result.success && result.issues.length === 0) throw new Error(`safeParse${type} refuses without an issue`);
      return result.success ? [] : result.issues;
    },
  };
}
