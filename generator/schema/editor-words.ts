/**
 * Rule **editor words**: where a schema has no `description`, the `markdownDescription` that VS Code shows in its place is one, as in
 * GitLab's schema of a pipeline, which has no other.
 */
import type { Bundle } from "./bundle/bundle.js";
import type { Schema } from "../json/json-schema.js";
import { mapDefinitions, mapSubschemas, without } from "./reading/walk.js";

export function editorWords(bundle: Bundle): Bundle {
  return { ...bundle, $defs: mapDefinitions(bundle.$defs, worded) };

  function worded(schema: Schema): Schema {
    if (typeof schema === "boolean") return schema;
    const inner = mapSubschemas(schema, worded);
    const { description, markdownDescription } = inner;
    return description === undefined && typeof markdownDescription === "string"
      ? { ...without(inner, "markdownDescription"), description: markdownDescription }
      : inner;
  }
}
