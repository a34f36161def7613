/**
 * Where types and validators part: the canonical schema in, every place that an entry reaches and that the two see with
 * different eyes out.
 */
import { origin, refName, type Schema, type SchemaObject } from "../json/json-schema.js";
import { fidelityOf, isKeyword, type Keyword } from "../schema/reading/fidelity.js";
import { formats } from "../schema/reading/formats.js";
import { kindReader } from "../schema/reading/kind-reader.js";
import type { Canonical } from "../schema/canonicalize.js";
import type { Kind } from "../schema/reading/kinds.js";
import { eachSubschema } from "../schema/reading/walk.js";
import { typeReader } from "./losses.js";
import { pathBelow, type TypePlace } from "./places.js";

export interface Finding extends TypePlace {
  /** "checked" by the validator alone, "passed" by it though the type refuses it, "ignored" by both. */
  readonly kind: "checked" | "passed" | "ignored";
  readonly keyword: string;
  /** The format, where there are several things to tell apart. */
  readonly value?: string;
}

type What = Pick<Finding, "kind" | "keyword" | "value">;

/** @param entries names of definitions: those with validators of their own. */
export function findingsIn({ $defs, typeName }: Canonical, entries: readonly string[]): readonly Finding[] {
  const types = typeReader($defs);
  const { possible } = kindReader($defs);
  const found: Finding[] = [];
  const reached = new Set(entries);
  // A set grows while it is walked: definitions come in the order in which they are reached.
  for (const own of reached) visit($defs[own] ?? true, { type: typeName(own), path: "" });
  return found;

  function visit(schema: Schema, place: Pick<TypePlace, "type" | "path">): void {
    if (typeof schema === "boolean") return;
    const { type, path } = place;
    const source = JSON.stringify(schema[origin] ?? [type, path]);
    for (const what of whatIn(schema)) found.push({ ...what, type, path, source });
    if (schema.$ref !== undefined) reached.add(refName(schema.$ref));
    eachSubschema(schema, (child, position) => {
      const below = pathBelow(position);
      if (below !== undefined && !isForUnknownTags(child, schema)) visit(child, { type, path: path + below });
    });
  }

  function whatIn(schema: SchemaObject): readonly What[] {
    const { format } = schema;
    const lost = types.lossesOf(schema).filter((keyword) => keyword !== "format");
    const looksChecked = Object.keys(schema).filter((name) => !isKeyword(name) || "looksChecked" in fidelityOf(name));
    return [
      ...lost.map((keyword): What => ({ kind: "checked", keyword })),
      ...(format === undefined
        ? []
        : [
            {
              kind: isChecked(format, possible(schema)) ? "checked" : "ignored",
              keyword: "format",
              value: format,
            } as const,
          ]),
      ...looksChecked.map((keyword): What => ({ kind: "ignored", keyword })),
      ...passes(schema, possible(schema)).map((keyword): What => ({ kind: "passed", keyword })),
    ];
  }
}

/** What the type refuses and the validator lets pass, by the keyword whose absence or extension is the reason. */
function passes(schema: SchemaObject, kinds: readonly Kind[]): readonly Keyword[] {
  const isObject = kinds.includes("object") && Object.keys(schema.properties ?? {}).length > 0;
  // A type is closed where the schema says nothing.
  const isOpen = schema.additionalProperties === undefined && schema.patternProperties === undefined;
  return [
    ...(isObject && isOpen ? (["additionalProperties"] as const) : []),
    ...(schema.discriminator?.unknown === undefined ? [] : (["discriminator"] as const)),
  ];
}

/** That branch of a union has no type: all of it passes. */
const isForUnknownTags = (branch: Schema, { discriminator }: SchemaObject): boolean =>
  typeof branch === "object" && branch.$ref !== undefined && branch.$ref === discriminator?.unknown;

/** Whether the runtime knows the format, and checks it on values of a type that can occur here. */
function isChecked(format: string, kinds: readonly Kind[]): boolean {
  const check = formats.get(format);
  return check !== undefined && kinds.includes(check.type);
}
