/**
 * What a schema loses in a direction, because of all that is said of the value: a property that is the other side's to write, and
 * the demand for one that need not be there.
 */
import type { Contract, Direction } from "../../contract.js";
import type { Definitions, Schema } from "../../json/json-schema.js";
import type { KindReader } from "../reading/kind-reader.js";
import { defaultOf, isConstant, says } from "../reading/conjuncts.js";
import type { SameValue } from "./same-value.js";

export interface Dropped {
  /** A property that the other side writes, as is said of it in any case. */
  property(key: string, value: SameValue): boolean;
  /** A demand that would be too much in some case; one for a property that is dropped always is. */
  demand(key: string, value: SameValue): boolean;
  /** The properties of a pattern. */
  pattern(schema: Schema): boolean;
}

interface DropRules {
  readonly $defs: Definitions;
  readonly kinds: KindReader;
  readonly contract: Pick<Contract, "nulls">;
}

/** Properties that a direction has, whatever is said of them. */
export interface KeptTags {
  /** They pick the definition where it is a branch, and do not once they are left out. */
  readonly picking: readonly string[];
  /** They have a default that picks the definition. */
  readonly defaults: ReadonlySet<string>;
}

export const noTags: KeptTags = { picking: [], defaults: new Set() };

export function droppedIn(direction: Direction, { $defs, kinds, contract }: DropRules, tags: KeptTags): Dropped {
  const isTag = (key: string): boolean => tags.picking.includes(key) || tags.defaults.has(key);
  const isOthers = (schema: Schema): boolean => says(schema, direction === "request" ? "readOnly" : "writeOnly", $defs);
  const stays = (key: string, value: SameValue): boolean =>
    isTag(key) || value.said(key).some((schema) => isConstant(schema, $defs));
  const mayBeLeftOut = direction === "request" ? hasADefault : mayBeNull;
  return {
    property: (key, value) => value.certain(key).some(isOthers) && !stays(key, value),
    demand: (key, value) => (value.said(key).some(isOthers) && !stays(key, value)) || mayBeLeftOut(key, value),
    pattern: (schema) => isOthers(schema) && !isConstant(schema, $defs),
  };

  function hasADefault(key: string, value: SameValue): boolean {
    return !tags.picking.includes(key) && value.said(key).some((schema) => defaultOf(schema, $defs) !== undefined);
  }

  /** Where a null is left out instead of told; a tag that is answered is told. */
  function mayBeNull(key: string, value: SameValue): boolean {
    if (contract.nulls !== "omitted" || isTag(key)) return false;
    const isNullable = (schema: Schema): boolean => kinds.possible(schema).includes("null");
    const certain = value.certain(key);
    return certain.length > 0 ? certain.every(isNullable) : value.said(key).some(isNullable);
  }
}
