/**
 * A body and the places in it in; the same body with one field broken for the compiler out: one breakage a kind, where the
 * body has such a field.
 */
import type { Json, JsonObject } from "./bodies.js";
import type { OpenApiDocument } from "./document.js";
import { withValue, type Path, type Places, type Value } from "./places.js";

export interface Breakage {
  readonly kind: string;
  readonly path: Path;
  readonly broken: JsonObject;
}

const isTyped = ({ tag }: Value): boolean => tag === undefined;

const kinds: Readonly<Record<string, (value: Value, document: OpenApiDocument) => Json | undefined>> = {
  "a number as text": ({ value, schema }, document) =>
    typeof value === "number" && !document.allows(schema, "string") ? String(value) : undefined,
  "text as a number": ({ value, schema }, document) =>
    typeof value === "string" && !document.allows(schema, "number") ? 7 : undefined,
  "a yes as text": ({ value, schema }, document) =>
    typeof value === "boolean" && !document.allows(schema, "string") ? "yes" : undefined,
  "a value that is not listed": ({ value, schema }, document) =>
    typeof value === "string" && document.target(schema).enum !== undefined ? `${value}x` : undefined,
};

/** The breakages of fields that are no tags; the fields of an input first. */
export function breakagesOf(body: JsonObject, places: Places, document: OpenApiDocument): readonly Breakage[] {
  const fields = places.values.filter(isTyped).toSorted((a, b) => Number(isInside(b)) - Number(isInside(a)));
  const retyped = Object.entries(kinds).flatMap(([kind, change]): Breakage[] => {
    const [found] = fields.flatMap((field) => {
      const value = change(field, document);
      return value === undefined ? [] : [{ path: field.path, value }];
    });
    return found === undefined
      ? []
      : [{ kind, path: found.path, broken: withValue(body, found.path, found.value) as JsonObject }];
  });
  const misspelt = fields.filter(({ path }) => isInside({ path })).slice(0, 1);
  return [...retyped, ...misspelt.map(({ path }) => misspell(body, path))];
}

const isInside = ({ path }: Pick<Value, "path">): boolean =>
  path.includes("input") && path.at(-1) !== "input" && typeof path.at(-1) === "string";

/** A field's name with one letter more. */
function misspell(body: JsonObject, path: Path): Breakage {
  const at = [...path.slice(0, -1), `${String(path.at(-1))}x`];
  const value = path.reduce<Json | undefined>((here, key) => (here as JsonObject | undefined)?.[key], body);
  const without = withValue(body, path, undefined);
  return { kind: "a misspelt name", path: at, broken: withValue(without, at, value ?? null) as JsonObject };
}

/** The tags below the step's, each with a value that is not listed. */
export const unknownTagsOf = (body: JsonObject, places: Places): readonly Breakage[] =>
  places.values
    .filter(({ tag, path }) => tag !== undefined && path.at(-1) !== "$type")
    .map(({ path, value }) => ({
      kind: "an unknown tag",
      path,
      broken: withValue(body, path, `${String(value)}x`) as JsonObject,
    }));
