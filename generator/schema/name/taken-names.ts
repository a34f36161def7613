/**
 * The type names that a contract gives in; those that are taken already out, each at its place there with another that is not: rule
 * **name** would tell them where the schema says nothing of the name.
 */
import type { Contract } from "../../contract.js";
import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import { formatPointer } from "../../json/pointer.js";
import { nameGiver } from "../../words/free-name.js";
import { inContract, keyInContract, type Context } from "../context.js";
import { globalNames } from "./global-names.js";
import { withPackageName } from "./other-name.js";
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
  const freeName = nameGiver([...globalNames, ...packageTypeNames, ...given.map(({ name }) => name)]);
  return given.flatMap(({ name, place }) => {
    const by = takenBy(name);
    if (by === undefined) return [];
    const users = "isKey" in place ? usersOf(name, context.inputs.contract) : [];
    const other = [freeName(withPackageName(name, context)), ...users].join(", also in ");
    return [diagnostic("SW141", place, { name, by, other })];
  });
}

/** The keys of a contract that name an entry. */
const usersOf = (entry: string, { steps, callback }: Contract): readonly string[] => [
  ...(steps?.of === entry ? ["`steps.of`"] : []),
  ...(callback === entry ? ["`callback`"] : []),
];

function takenBy(name: string): string | undefined {
  if (globalNames.has(name)) return "every program knows that name";
  return packageTypeNames.has(name) ? "every package has a type of that name" : undefined;
}
