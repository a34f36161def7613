/**
 * Rule **same branches**: a value fits `oneOf` that fits exactly one of its branches (JSON Schema 2020-12, core 10.2.1.3), so what two
 * of them ask alike is taken by neither. Hardly anyone means that: a warning at the second.
 */
import { diagnostic, placeOfSchema } from "../diagnostics.js";
import type { Definitions, Schema } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { meantBy } from "./reading/definition-of.js";
import { fidelityOf } from "./reading/fidelity.js";
import { mapObjectsIn, objectsIn, without } from "./reading/walk.js";

export function sameBranches({ $defs }: { readonly $defs: Definitions }, { problems }: Context): void {
  for (const { oneOf = [], discriminator } of Object.values($defs).flatMap(objectsIn)) {
    // A branch that a tag is read for is asked of nothing else.
    if (discriminator !== undefined) continue;
    const questions = new Set<string>();
    for (const branch of oneOf) {
      const question = questionOf(meantBy(branch, $defs));
      if (questions.has(question)) problems.push(diagnostic("SW260", placeOfSchema(branch), {}));
      questions.add(question);
    }
  }
}

/** What a schema asks, as text: the words that it says beside do not count. */
const questionOf = (schema: Schema): string =>
  JSON.stringify(
    mapObjectsIn(schema, (each) =>
      without(each, ...Object.keys(each).filter((keyword) => fidelityOf(keyword).by === "annotation")),
    ),
  );
