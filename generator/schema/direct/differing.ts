/** Definitions in two shapes in; which of them are not the same in both, themselves or in anything they refer to, out. */
import type { Schema } from "../../json/json-schema.js";
import { referencesIn } from "../reading/references-in.js";
import { isSame } from "../reading/same.js";

export type Shapes = ReadonlyMap<string, Schema>;

export function differing(one: Shapes, other: Shapes): ReadonlySet<string> {
  const different = new Set([...one].filter(([own, schema]) => !isSame(schema, other.get(own))).map(([own]) => own));
  const users = new Map<string, string[]>();
  for (const [own, schema] of one)
    for (const used of referencesIn(schema)) users.get(used)?.push(own) ?? users.set(used, [own]);
  const waiting = [...different];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const user of users.get(next) ?? []) {
      if (!different.has(user)) waiting.push(user);
      different.add(user);
    }
  }
  return different;
}
