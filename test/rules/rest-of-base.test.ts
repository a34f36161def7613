/** A child may replace its base's property by a wider one: an answer that lost its tag may hold that all the same. */
import { expect, test } from "vitest";
import type { Schema, SchemaObject } from "#generator/json/json-schema.js";
import { direct } from "#generator/schema/direct/direct.js";
import { discriminate } from "#generator/schema/discriminate/discriminate.js";
import { contextOf, namedOf, plain } from "../support/rules.js";

const object = (kind: Schema, size: Schema): SchemaObject => ({
  type: "object",
  required: ["kind"],
  properties: { kind, size },
  additionalProperties: false,
});

/** `size` of the answer's rest, for a base and its two children. */
function restSize(own: Schema, ...children: readonly [Schema, Schema]): unknown {
  const $defs = {
    Base: {
      ...object({ type: "string" }, own),
      discriminator: { propertyName: "kind", mapping: { a: "#/$defs/A", b: "#/$defs/B" } },
    },
    A: object({ enum: ["a"] }, children[0]),
    B: object({ enum: ["b"] }, children[1]),
  };
  const contract = { entries: { Base: { at: "#/$defs/Base", direction: "response" } } } as const;
  const context = contextOf({ $defs } as never, { contract });
  const rest = direct(discriminate(namedOf($defs), context), context).$defs["UntaggedBase"] as SchemaObject;
  expect(rest.properties?.["kind"]).toBe(false);
  return plain(rest.properties?.["size"]);
}

const text: SchemaObject = { type: "string", maxLength: 5 };

test.each<[name: string, own: Schema, children: readonly [Schema, Schema], rest: Schema]>([
  ["what the children inherit stays as it is", text, [text, text], text],
  ["other words make no difference", text, [{ ...text, description: "x" }, text], text],
  [
    "values that a child adds are added",
    { type: "string", enum: ["s", "m"] },
    [
      { type: "string", enum: ["s", "m"] },
      { type: "string", enum: ["auto", "s", "m"] },
    ],
    { type: "string", enum: ["s", "m", "auto"] },
  ],
  ["a bound that a child takes away is gone", text, [text, { type: "string" }], { type: "string" }],
  ["a bound that a child moves is gone", text, [{ ...text, maxLength: 9 }, text], { type: "string" }],
  [
    "types that a child adds are added",
    text,
    [{ ...text, type: ["null", "string"] }, text],
    { ...text, type: ["string", "null"] },
  ],
  ["what has nothing in common may be anything", text, [{ $ref: "#/$defs/A" }, text], {}],
  ["or is anything already", text, [true, text], true],
])("%s", (_, own, children, rest) => {
  expect(restSize(own, ...children)).toEqual(rest);
});
