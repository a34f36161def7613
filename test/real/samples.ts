/**
 * The document in; made-up bodies out that it allows: for every leaf of a union one with what is required and one with all
 * there is. They stand for the bodies that nobody has published.
 */
import type { Json, JsonObject } from "./bodies.js";
import { componentName, type OpenApiDocument, type Part } from "./document.js";

export type Fill = "minimal" | "full";

const air = "urn:air:sdxl:checkpoint:civitai:101055@128078";
const formats = new Map([
  ["uri", "https://example.com/a.png?b=c#d"],
  ["date-time", "2026-08-20T10:20:30.1234567Z"],
  ["date-span", "1.02:03:04.5000000"],
]);

/**
 * One value for each leaf of the component, and for each leaf of the unions inside it.
 * @param direction a request has nothing that only the server says; a response may leave out what may be null.
 */
export function samplesOf(
  document: OpenApiDocument,
  component: string,
  fill: Fill,
  direction: "request" | "response" = "request",
): readonly JsonObject[] {
  return ofComponent(component, new Set());

  function ofComponent(name: string, within: ReadonlySet<string>): readonly JsonObject[] {
    const base = document.bases.get(name);
    const leaves = base === undefined ? [{ name, tags: {} }] : document.leavesOf(base);
    return leaves.flatMap((leaf) =>
      ofLeaf(leaf.name, { ...document.tagsAbove(name), ...leaf.tags }, new Set([...within, name])),
    );
  }

  function ofLeaf(
    name: string,
    tags: Readonly<Record<string, string>>,
    within: ReadonlySet<string>,
  ): readonly JsonObject[] {
    const { properties, required } = document.membersOf(name);
    const members = [...properties].flatMap(([key, schema]): [string, readonly Json[]][] => {
      const tag = tags[key];
      if (tag !== undefined) return [[key, [tag]]];
      if (schema.readOnly === true && direction === "request") return [];
      const isOptional = direction === "request" ? "default" in schema : document.allows(schema, "null");
      if ((!required.has(key) || isOptional) && (fill === "minimal" || isWithin(schema, within))) return [];
      return [[key, ofSchema(schema, within)]];
    });
    const first = Object.fromEntries(members.map(([key, values]) => [key, values[0] ?? null]));
    const others = members.flatMap(([key, values]) => values.slice(1).map((value) => ({ ...first, [key]: value })));
    return [first, ...others];
  }

  function isWithin(schema: Part, within: ReadonlySet<string>): boolean {
    const inner = schema.items ?? schema;
    return inner.$ref !== undefined && within.has(componentName(inner.$ref));
  }

  function ofSchema(schema: Part, within: ReadonlySet<string>): readonly Json[] {
    const target = document.target(schema);
    if (schema.$ref !== undefined && target.properties !== undefined)
      return ofComponent(componentName(schema.$ref), within);
    if (schema.$ref !== undefined && "allOf" in target) return ofComponent(componentName(schema.$ref), within);
    const { items, additionalProperties: entries } = target;
    if (items !== undefined) {
      const each = isWithin(items, within) ? [] : ofSchema(items, within);
      const count = Math.max(target.minItems ?? 0, Math.min(each.length, target.maxItems ?? each.length));
      return [Array.from({ length: count }, (_, index) => each[index % each.length] ?? null)];
    }
    if (typeof entries === "object") return [{ anyKey: ofSchema(entries, within)[0] ?? null }];
    return [ofScalar(target)];
  }
}

/** A value of a schema that is no object and no list. */
export function ofScalar(schema: Part): Json {
  const [listed] = schema.enum ?? [];
  if (listed !== undefined) return listed as Json;
  const type = [schema.type ?? "anything"].flat().find((each) => each !== "null");
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) return ofScalar(choices[0] ?? {});
  if (schema.default !== undefined && schema.default !== null) return schema.default as Json;
  if (type === "integer" || type === "number") return schema.minimum ?? (type === "number" ? 0.5 : 1);
  if (type === "boolean") return true;
  if (type === "string") return ofString(schema);
  return { any: ["thing", 1, null] };
}

function ofString({ format, pattern, minLength }: Part): string {
  if (format !== undefined) return formats.get(format) ?? "";
  if (pattern !== undefined) return [air, "#00ff7f", "a-b_1"].find((each) => new RegExp(pattern).test(each)) ?? "";
  return "text".padEnd(minLength ?? 0, "t");
}
