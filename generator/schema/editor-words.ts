/**
 * Rule **editor words**: where a schema has no `description`, the `markdownDescription` that VS Code shows in its place is one, as in
 * GitLab's schema of a pipeline, which has no other.
 */
import type { Bundle } from "./bundle/bundle.js";
import type { SchemaObject } from "../json/json-schema.js";
import { mapDefinitions, mapObjectsIn, without } from "./reading/walk.js";

export const editorWords = ({ $defs }: Bundle): Bundle => ({
  $defs: mapDefinitions($defs, (schema) => mapObjectsIn(schema, worded)),
});

function worded(schema: SchemaObject): SchemaObject {
  const { description, markdownDescription } = schema;
  return description === undefined && typeof markdownDescription === "string"
    ? { ...without(schema, "markdownDescription"), description: markdownDescription }
    : schema;
}
