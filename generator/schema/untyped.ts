/**
 * Rule **untyped**: `properties` and `items` say nothing of values of other kinds, so that a string is valid where only they
 * stand (JSON Schema 2020-12, validation 6). Hardly anyone means that: a warning where nothing names the kind.
 */
import { diagnostic, placeOfKeyword } from "../diagnostics.js";
import type { Definitions, Schema, SchemaObject } from "../json/json-schema.js";
import type { Context } from "./context.js";
import { kindReader } from "./reading/kind-reader.js";
import { everyKind, type Kind } from "./reading/kinds.js";
import { conditions, eachSubschema } from "./reading/walk.js";

export function untyped({ $defs }: { readonly $defs: Definitions }, { problems }: Context): void {
  const { possible } = kindReader($defs);
  for (const schema of Object.values($defs)) visit(schema, everyKind);

  /**
   * What holds under a condition only is commonly written of properties alone, and so is the condition.
   * @param within the kinds that what stands around a schema leaves.
   */
  function visit(schema: Schema, within: readonly Kind[]): void {
    if (typeof schema === "boolean") return;
    const kinds = possible(schema).filter((kind) => within.includes(kind));
    if (kinds.length === everyKind.length) tell(schema);
    eachSubschema(schema, (child, [keyword]) => {
      if (!conditions.has(keyword)) visit(child, inPlace.has(keyword) ? kinds : everyKind);
    });
  }

  function tell(schema: SchemaObject): void {
    const keyword = shapes.find((each) => each in schema);
    if (keyword === undefined) return;
    const kind = keyword === "properties" ? "object" : "array";
    problems.push(diagnostic("SW252", placeOfKeyword(schema, keyword), { keyword, kind }));
  }
}

const shapes = ["properties", "items", "prefixItems"] as const;

const inPlace: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);
