/**
 * Rule **beside-reference**: draft-07 and OpenAPI 3.0 read nothing that stands beside a `$ref` but words. What would be checked
 * elsewhere, and is not said by what is referred to anyhow, is a warning at its place: its author may think that it is checked.
 */
import { diagnostic } from "../diagnostics.js";
import { ignored, origin, type Definitions, type Schema, type SchemaObject } from "../json/json-schema.js";
import { formatPointer } from "../json/pointer.js";
import type { Context } from "./context.js";
import { fidelityOf } from "./fidelity.js";
import { saidOf } from "./reading/said-of.js";
import { subschemas } from "./reading/walk.js";

export function besideReference(last: { readonly $defs: Definitions }, { problems }: Context): void {
  // A schema that is referred to stands in its definition and where it is written.
  const told = new Set<string>();
  for (const schema of Object.values(last.$defs)) visit(schema);

  function visit(schema: Schema): void {
    if (typeof schema === "boolean") return;
    for (const [keyword, value] of Object.entries(schema[ignored] ?? {})) {
      const isSaid = saidOf(schema, last.$defs).some((each) => isSame(each[keyword], value));
      if (isAsked(keyword, value) && !isSaid) tell(schema, keyword);
    }
    subschemas(schema).forEach(visit);
  }

  function tell({ [origin]: from }: SchemaObject, keyword: string): void {
    const place = from && { file: from.file, pointer: from.pointer + formatPointer([keyword]), isKey: true as const };
    const at = JSON.stringify([place, keyword]);
    if (!told.has(at)) problems.push(diagnostic("SW257", place, { keyword }));
    told.add(at);
  }
}

/** Whether a keyword asks something of the value, wherever it is read. */
const isAsked = (keyword: string, value: unknown): boolean =>
  keyword === "nullable" ? value === true : !["annotation", "direction", "resolution"].includes(fidelityOf(keyword).by);

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
