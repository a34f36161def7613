/** A schema's array keywords in, the places of a tuple out: what the types and the README's tables both write down. */
import type { Schema, SchemaObject } from "../../json/json-schema.js";

// How many places behind `prefixItems` are spelled out; a longer tuple has a rest.
const longestTail = 16;

interface TuplePlaces {
  readonly places: readonly { readonly schema: Schema; readonly isOptional: boolean }[];
  /** What may follow, any number of times; absent where the length has an end. */
  readonly rest?: Schema;
}

/** Whether a list is a tuple: some of its places have schemas of their own, or it is empty. */
export const isTuple = ({ prefixItems = [], items }: SchemaObject): boolean =>
  prefixItems.length > 0 || items === false;

/**
 * A tuple's places: optional from `minItems` on, and behind `prefixItems` as `items` says, which is anything by default
 * (2020-12, core section 10.3.1).
 */
export function tuplePlaces({
  prefixItems = [],
  items = true,
  minItems: least = 0,
  maxItems = Infinity,
}: SchemaObject): TuplePlaces {
  const most = Math.min(maxItems, items === false ? prefixItems.length : Infinity);
  const longest = prefixItems.length + longestTail;
  const isOpen = most > longest;
  const length = isOpen ? Math.max(prefixItems.length, Math.min(least, longest)) : most;
  const places = Array.from({ length }, (_, index) => ({
    schema: prefixItems[index] ?? items,
    isOptional: index >= least,
  }));
  return { places, ...(isOpen && { rest: items }) };
}
