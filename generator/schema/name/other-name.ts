/** A type's name that is taken in; another out, for a line of the contract's `names`. */
import type { Context } from "../context.js";
import { pascalCase } from "./identifier-case.js";

/** The name with the package's in front, its scope left out. */
export function withPackageName(name: string, { inputs }: Context): string {
  const [packageName = ""] = inputs.contract.package.name.split("/").slice(-1);
  return contractName(pascalCase(packageName) + name);
}

/** A contract gives names of the letters of ASCII, with a capital in front; a schema has others. */
export function contractName(name: string): string {
  const known = name.normalize("NFD").replace(/\W/g, "").replace(/^_+/, "");
  return /^[A-Za-z]/.test(known) ? known.charAt(0).toUpperCase() + known.slice(1) : `Type${known}`;
}

/** As it is written in the contract. */
export const nameLine = (key: string, name: string): string => `${JSON.stringify(key)}: ${JSON.stringify(name)}`;

/** Where a hint says that a name is given. @param line one to paste there, if any. */
export const underKey = (key: "names" | "steps.factories", line?: string): string =>
  `\`${key}\` in the contract${line === undefined ? "" : `, as in ${line}`}`;

/**
 * The same for a type of the schema; without a line for one that stands nowhere, or that an entry names.
 * @param nameAt location → name
 */
export function underNames(name: string, nameAt: ReadonlyMap<string, string>, context: Context): string {
  const isEntry = Object.hasOwn(context.inputs.contract.entries, name);
  const [location] = (isEntry ? undefined : [...nameAt].find(([, each]) => each === name)) ?? [];
  return underKey("names", location && nameLine(location, withPackageName(name, context)));
}
