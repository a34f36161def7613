/**
 * The type names that a contract gives in; those that are taken already out, each at its place there: rule **name** would tell them
 * where the schema says nothing of the name.
 */
import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import { formatPointer } from "../../json/pointer.js";
import { inContract, keyInContract, type Context } from "../context.js";
import { globalNames } from "./global-names.js";
import { packageTypeNames } from "./package-names.js";

export function takenNames(context: Context): readonly Diagnostic[] {
  const { entries, names = {} } = context.inputs.contract;
  const given = [
    ...Object.keys(entries).map((name) => ({ name, place: keyInContract(context, `/entries/${name}`) })),
    ...Object.entries(names).map(([pointer, name]) => ({
      name,
      place: inContract(context, `/names${formatPointer([pointer])}`),
    })),
  ];
  return given.flatMap(({ name, place }) => {
    const by = takenBy(name);
    return by === undefined ? [] : [diagnostic("SW141", place, { name, by })];
  });
}

function takenBy(name: string): string | undefined {
  if (globalNames.has(name)) return "every program knows that name";
  return packageTypeNames.has(name) ? "every package has a type of that name" : undefined;
}
