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
export const nameLine = (location: string, name: string): string =>
  `${JSON.stringify(location)}: ${JSON.stringify(name)}`;

/**
 * How a hint goes on; without an example for a type that stands nowhere in the schema, or that an entry names.
 * @param nameAt location → name
 */
export function underNames(name: string, nameAt: ReadonlyMap<string, string>, context: Context) {
  const isEntry = Object.hasOwn(context.inputs.contract.entries, name);
  const [location] = (isEntry ? undefined : [...nameAt].find(([, each]) => each === name)) ?? [];
  const example = location === undefined ? "" : `, as in ${nameLine(location, withPackageName(name, context))}`;
  return { key: "`names`", example };
}
