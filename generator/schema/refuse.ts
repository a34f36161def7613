/**
 * Rule **refuse**: a keyword that neither a type nor a validator could honour, and that no rule before has put other
 * keywords in the place of, ends the run. Nothing of a schema vanishes.
 */
import { diagnostic, placeOfSchema } from "../diagnostics.js";
import { origin, type Definitions, type Schema, type SchemaObject } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { fidelityOf } from "./fidelity.js";
import { subschemas } from "./reading/walk.js";

const mostBranches = 1_000;

export function refuse(last: { readonly $defs: Definitions }, { problems }: Context): void {
  // A definition of both directions, or one that others inherit from, is there more than once.
  const reported = new Set<string>();
  for (const schema of Object.values(last.$defs).flatMap(objectsIn)) {
    const from = schema[origin];
    for (const keyword of Object.keys(schema)) {
      const known = fidelityOf(keyword);
      const place = JSON.stringify([from, keyword]);
      if (known.by !== "refusal" || reported.has(place)) continue;
      reported.add(place);
      const at = from && { file: from.file, pointer: `${from.pointer}/${keyword}`, isKey: true as const };
      problems.push(diagnostic("SW250", at, { keyword, hint: known.hint }));
    }
    // A tag picks its branch at once; without one each is asked after the other, in code that nests as deep.
    const branches = Math.max(...(["anyOf", "oneOf", "allOf"] as const).map((keyword) => schema[keyword]?.length ?? 0));
    if (branches <= mostBranches || schema.discriminator !== undefined) continue;
    problems.push(
      diagnostic("SW218", placeOfSchema(schema), {
        what: "branches without a tag",
        count: String(branches),
        limit: String(mostBranches),
      }),
    );
  }
}

function objectsIn(schema: Schema): SchemaObject[] {
  return typeof schema === "boolean" ? [] : [schema, ...subschemas(schema).flatMap(objectsIn)];
}
