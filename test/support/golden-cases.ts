/**
 * The folders of `test/golden` in; for each case its contract, where its expected output stands, and how that is renewed, out.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";

export interface GoldenCase {
  readonly name: string;
  /** Path of the contract, from the repository's root. */
  readonly contract: string;
  /** The folder of the expected output. */
  readonly expected: string;
  /** What stands in that folder and is not what `generate()` emits. */
  readonly besides: readonly string[];
  readonly updateCommand: string;
}

/** Entry type → values that its validators take, and values that they refuse. */
type CaseValues = Readonly<Record<string, { readonly valid: unknown[]; readonly invalid: unknown[] }>>;

const root = "test/golden";

/** The bundled schema: its expected output is the package that is published. */
export const civitai: GoldenCase = {
  name: "civitai-workflow",
  contract: "schemas/civitai-workflow.contract.json",
  expected: "generated",
  besides: [".stepwright.json", "node_modules"],
  updateCommand: "npm run generate",
};

export const goldenCases: readonly GoldenCase[] = [
  civitai,
  ...readdirSync(root)
    .sort()
    .filter((name) => existsSync(`${root}/${name}/input/workflow.contract.json`))
    .map((name) => ({
      name,
      contract: `${root}/${name}/input/workflow.contract.json`,
      expected: `${root}/${name}/expected`,
      besides: [],
      updateCommand: "npm run golden:update",
    })),
];

/** Whether a package is expected of a case, and is there; from the others diagnostics are expected. */
export const hasPackage = ({ expected }: GoldenCase): boolean => existsSync(`${expected}/package.json`);

/** Undefined where a case has none. */
export function valuesOf({ name }: GoldenCase): CaseValues | undefined {
  const file = `${root}/${name}/input/values.json`;
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as CaseValues) : undefined;
}

/** A program that uses the case's package, with `@ts-expect-error` where it must not compile; undefined where there is none. */
export function usageOf({ name }: GoldenCase): string | undefined {
  const file = `${root}/${name}/input/usage.ts`;
  return existsSync(file) ? file : undefined;
}
