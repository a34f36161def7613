/**
 * Where types and validators part: the canonical schema in, every place that an entry reaches and that the two see with
 * different eyes out.
 */
import { everyKind, kindsOf } from "../emit/types-kinds.js";
import { fidelityOf, isKeyword, type Keyword } from "../model/fidelity.js";
import { formatFunctions } from "../model/formats.js";
import type { Canonical } from "../schema/canonicalize.js";
import { origin, refName, type Schema, type SchemaObject } from "../schema/json-schema.js";
import { mapSubschemas } from "../schema/walk.js";
import { typeReader } from "./losses.js";
import { pathBelow, type TypePlace } from "./places.js";

export interface Finding extends TypePlace {
  /** "checked" by the validator alone, "passed" by it though the type refuses it, "ignored" by both. */
  readonly kind: "checked" | "passed" | "ignored";
  readonly keyword: string;
  /** The format, where there are several things to tell apart. */
  readonly value?: string;
}

interface Place {
  readonly type: string;
  readonly path: string;
  /** Whether something around this schema says already of which type the same value is. */
  readonly isTyped: boolean;
}

type What = Pick<Finding, "kind" | "keyword" | "value">;

/** @param entries names of definitions: those with validators of their own. */
export function findingsIn({ $defs, typeOf }: Canonical, entries: readonly string[]): readonly Finding[] {
  const types = typeReader($defs);
  const found: Finding[] = [];
  const reached = new Set(entries);
  // A set grows while it is walked: definitions come in the order in which they are reached.
  for (const own of reached) visit($defs[own] ?? true, { type: typeOf.get(own) ?? own, path: "", isTyped: false });
  return found;

  function visit(schema: Schema, place: Place): void {
    if (typeof schema === "boolean") return;
    const { type, path } = place;
    const source = JSON.stringify(schema[origin] ?? [type, path]);
    for (const what of whatIn(schema, place)) found.push({ ...what, type, path, source });
    if (schema.$ref !== undefined) reached.add(refName(schema.$ref));
    const isTyped = place.isTyped || saysType(schema);
    mapSubschemas(schema, (child, position) => {
      const below = pathBelow(position);
      if (below !== undefined && !isForUnknownTags(child, schema)) {
        visit(child, { type, path: path + below, isTyped: below === "" && isTyped });
      }
      return child;
    });
  }

  function whatIn(schema: SchemaObject, place: Place): readonly What[] {
    const { format } = schema;
    const lost = types.lossesOf(schema).filter((keyword) => keyword !== "format");
    const looksChecked = Object.keys(schema).filter((name) => !isKeyword(name) || "looksChecked" in fidelityOf(name));
    return [
      ...lost.map((keyword): What => ({ kind: "checked", keyword })),
      ...(format === undefined
        ? []
        : [{ kind: isChecked(format, schema) ? "checked" : "ignored", keyword: "format", value: format } as const]),
      ...looksChecked.map((keyword): What => ({ kind: "ignored", keyword })),
      ...passes(schema, place).map((keyword): What => ({ kind: "passed", keyword })),
    ];
  }
}

/** What the type refuses and the validator lets pass, by the keyword whose absence or extension is the reason. */
function passes(schema: SchemaObject, { isTyped }: Place): readonly Keyword[] {
  const isObject = kindsOf(schema, everyKind).includes("object") && Object.keys(schema.properties ?? {}).length > 0;
  // A type is closed where the schema says nothing.
  const isOpen = schema.additionalProperties === undefined && schema["patternProperties"] === undefined;
  const takesOtherKinds = !isTyped && !saysType(schema) && kindsOf(schema, everyKind).length < everyKind.length;
  return [
    ...(isObject && isOpen ? (["additionalProperties"] as const) : []),
    ...(schema.discriminator?.unknown === undefined ? [] : (["discriminator"] as const)),
    ...(takesOtherKinds ? (["type"] as const) : []),
  ];
}

/** That branch of a union has no type: all of it passes. */
const isForUnknownTags = (branch: Schema, { discriminator }: SchemaObject): boolean =>
  typeof branch === "object" && branch.$ref !== undefined && branch.$ref === discriminator?.unknown;

const saysType = (schema: SchemaObject): boolean =>
  ["type", "const", "enum", "$ref", "allOf", "anyOf", "oneOf"].some((keyword) => keyword in schema);

/** Whether the runtime knows the format, and checks it on values of a type that can occur here. */
function isChecked(format: string, schema: SchemaObject): boolean {
  const check = formatFunctions.get(format);
  return check !== undefined && kindsOf(schema, everyKind).includes(check.type);
}
