/**
 * Rule **refuse**: a keyword that neither a type nor a validator could honour, and that no rule before has put other
 * keywords in the place of, ends the run. Nothing of a schema vanishes.
 */
import { diagnostic, placeOfKeyword, placeOfSchema } from "../diagnostics.js";
import type { Definitions } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { fidelityOf } from "./reading/fidelity.js";
import { objectsIn } from "./reading/walk.js";

const mostBranches = 1_000;

export function refuse({ $defs }: { readonly $defs: Definitions }, { problems }: Context): void {
  for (const schema of Object.values($defs).flatMap(objectsIn)) {
    for (const keyword of Object.keys(schema)) {
      const known = fidelityOf(keyword);
      if (known.by === "refusal")
        problems.push(diagnostic("SW250", placeOfKeyword(schema, keyword), { keyword, hint: known.hint }));
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
