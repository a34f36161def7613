/** The contract's names in; the name of each place that has one out, and what is wrong with the others. */
import { keyInContract, type Context } from "../context.js";
import { diagnostic, type Diagnostic } from "../../diagnostics.js";
import { formatPointer } from "../../json/pointer.js";
import { pointerHint } from "../bundle/contract-pointers.js";

/** By location. The name of a place that is only a reference is the name of what it refers to, if that has none. */
export function givenNames(
  { inputs: { contract } }: Context,
  aliases: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const entries = Object.entries(contract.entries).map(([title, { at }]) => [at, title] as const);
  const given = new Map([...entries, ...Object.entries(contract.names ?? {})]);
  const passedOn = [...aliases].flatMap(([location, target]) => {
    const title = given.get(location);
    return title === undefined || given.has(target) ? [] : [[target, title] as const];
  });
  return new Map([...given, ...passedOn]);
}

/** @param named the locations that have become types. */
export function vainNames(named: ReadonlyMap<string, string>, context: Context): readonly Diagnostic[] {
  const names = Object.entries(context.inputs.contract.names ?? {});
  return names
    .filter(([pointer]) => !named.has(pointer))
    .map(([pointer, name]) => {
      const hint = pointerHint(context, pointer, "correct the pointer or take the line out");
      return diagnostic("SW111", keyInContract(context, `/names${formatPointer([pointer])}`), { pointer, name, hint });
    });
}
