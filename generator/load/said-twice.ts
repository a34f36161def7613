/**
 * A checked contract and its schema in; what it says of one place twice out, for a pointer and a name may lead to the same place:
 * only one of the two could count.
 */
import type { Contract } from "../contract.js";
import { diagnostic, type Diagnostic } from "../diagnostics.js";
import type { Json } from "../json/json-schema.js";
import { formatPointer } from "../json/pointer.js";
import { pointersFor } from "./resolve-names.js";

export function saidTwice(contract: Contract, schema: Json, file: string): readonly Diagnostic[] {
  const pointerOf = pointersFor(schema);
  const entries = Object.entries(contract.entries).map(([name, { at }]) => [name, pointerOf(at)] as const);
  const entryAt = new Map(entries.map(([name, pointer]) => [pointer, name]));
  return [
    ...pairsIn(entries).map(({ first, second, pointer }) =>
      twice(["entries", second], `the entries ${first} and ${second}`, pointer, otherDirection),
    ),
    ...(["names", "requireInRequest"] as const).flatMap((field) =>
      pairsIn(Object.keys(contract[field] ?? {}).map((key) => [key, pointerOf(key)])).map(
        ({ first, second, pointer }) => twice([field, second], `the keys ${first} and ${second}`, pointer, onlyOne),
      ),
    ),
    ...Object.entries(contract.names ?? {}).flatMap(([key, name]) => {
      const entry = entryAt.get(pointerOf(key));
      const both = `the entry ${entry} and the name ${name}`;
      return entry === undefined || entry === name ? [] : [twice(["names", key], both, pointerOf(key), ownName)];
    }),
  ];

  function twice(at: readonly string[], both: string, pointer: string, hint: string): Diagnostic {
    return diagnostic("SW140", { file, pointer: formatPointer(at), isKey: true }, { both, pointer, hint });
  }
}

const otherDirection = 'take one of them out, and let the other have the direction "both" where each has its own';
const onlyOne = "only one of the two can count: take the other out";
const ownName = "an entry gives its type its own name: take the line out, or call the entry so";

interface Pair {
  readonly first: string;
  readonly second: string;
  readonly pointer: string;
}

/** What leads to the place of one before it. */
function pairsIn(places: readonly (readonly [key: string, pointer: string])[]): readonly Pair[] {
  const keyAt = new Map<string, string>();
  return places.flatMap(([second, pointer]) => {
    const first = keyAt.get(pointer) ?? second;
    keyAt.set(pointer, first);
    return first === second ? [] : [{ first, second, pointer }];
  });
}
