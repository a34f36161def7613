/**
 * A contract may name a component instead of its pointer: bare names in, pointers out, for the document it is about.
 */
import type { Contract } from "../contract.js";
import { isObject, type Json } from "../json/json-schema.js";
import { formatPointer, parsePointer } from "../json/pointer.js";
import { componentsPointer } from "./components.js";
import { isOpenApi } from "./document-kind.js";

export function resolveNames(contract: Contract, schema: Json): Contract {
  const pointer = pointersFor(schema);
  const mapKeys = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [pointer(key), value]));
  const mapValues = (record: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, pointer(value)]));
  const { entries, steps, requireInRequest, names, constants } = contract;
  return {
    ...contract,
    entries: Object.fromEntries(
      Object.entries(entries).map(([name, entry]) => [name, { ...entry, at: pointer(entry.at) }]),
    ),
    ...(steps && {
      steps: {
        ...steps,
        at: pointer(steps.at),
        ...(steps.answered !== undefined && { answered: pointer(steps.answered) }),
      },
    }),
    ...(requireInRequest && { requireInRequest: mapKeys(requireInRequest) }),
    ...(names && { names: mapKeys(names) }),
    ...(constants && { constants: mapValues(constants) }),
  };
}

/** What gives the pointer that a text in the contract of a document stands for. One into another file has the file's path in front. */
export function pointersFor(schema: Json): (text: string) => string {
  const folder = isOpenApi(schema) ? componentsPointer : formatPointer([definitionsKeyword(schema)]);
  return (text) => (/^#|#\/|#$/.test(text) ? text : `#${folder}${formatPointer([text])}`);
}

/** What 2020-12 calls `$defs` is `definitions` until draft-07. */
const definitionsKeyword = (schema: Json): string =>
  isObject(schema) && schema["$defs"] === undefined && isObject(schema["definitions"]) ? "definitions" : "$defs";

/** Where a place of the resolved contract stands in the file, whose keys may be bare names. */
export function writtenPlace(pointer: string, contract: Json): string {
  const [field, key, ...rest] = parsePointer(pointer);
  const keys = field !== undefined && isObject(contract) ? contract[field] : undefined;
  if (key === undefined || !isObject(keys) || Object.hasOwn(keys, key) || !key.startsWith("#/")) return pointer;
  const name = parsePointer(key).at(-1) ?? "";
  return Object.hasOwn(keys, name) ? formatPointer([field ?? "", name, ...rest]) : pointer;
}
