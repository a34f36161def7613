/** Definitions in two shapes in; which of them are not the same in both, themselves or in anything they refer to, out. */
import { leadingTo } from "../../graph.js";
import type { Schema } from "../../json/json-schema.js";
import { referencesIn } from "../reading/references-in.js";
import { isSame } from "../reading/same.js";

export type Shapes = ReadonlyMap<string, Schema>;

export function differing(one: Shapes, other: Shapes): ReadonlySet<string> {
  const different = [...one].filter(([own, schema]) => !isSame(schema, other.get(own))).map(([own]) => own);
  return leadingTo(different, new Map([...one].map(([own, schema]) => [own, referencesIn(schema)])));
}
