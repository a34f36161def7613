/** A type's name that is taken in; a line to write under the contract's `names` out: the same with the package's name in front. */
import type { Context } from "../context.js";
import { pascalCase } from "./identifier-case.js";

export function otherName(location: string, name: string, { inputs }: Context): string {
  const [packageName = ""] = inputs.contract.package.name.split("/").slice(-1);
  return `${JSON.stringify(location)}: ${JSON.stringify(pascalCase(packageName) + name)}`;
}

/** The same for a hint; without an example for a type that stands nowhere in the schema. @param nameAt location → name */
export function underNames(name: string, nameAt: ReadonlyMap<string, string>, context: Context) {
  const [location] = [...nameAt].find(([, each]) => each === name) ?? [];
  return { key: "`names`", example: location === undefined ? "" : `, as in ${otherName(location, name, context)}` };
}
