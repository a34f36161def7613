/** Where a place allows one kind only, an answer leaves the tag out; a request says it. */
import { expect, test } from "vitest";
import type { Definitions, Schema, SchemaObject } from "#generator/json/json-schema.js";
import { direct } from "#generator/schema/direct/direct.js";
import { discriminate } from "#generator/schema/discriminate/discriminate.js";
import { contextOf, namedOf } from "../support/rules.js";

const child = (tag: string): SchemaObject => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { enum: [tag] }, of: { type: "string" } },
  additionalProperties: false,
});

/** A base of two kinds, the second of them a base of two more; `place` is where a value of them stands. */
const definitions = (place: Schema): Definitions => ({
  Root: { type: "object", properties: { place } },
  Blob: {
    type: "object",
    required: ["kind"],
    properties: { kind: { type: "string" } },
    discriminator: { propertyName: "kind", mapping: { image: "#/$defs/Image", video: "#/$defs/Video" } },
  },
  Image: child("image"),
  Video: {
    ...child("video"),
    required: ["kind", "of"],
    discriminator: { propertyName: "of", mapping: { film: "#/$defs/Film", loop: "#/$defs/Loop" } },
  },
  Film: { ...child("video"), required: ["kind", "of"] },
  Loop: { ...child("video"), required: ["kind", "of"] },
});

const image = { $ref: "#/$defs/Image" };
const video = { $ref: "#/$defs/Video" };
const blob = { $ref: "#/$defs/Blob" };

/** What a definition requires in one direction. */
function requiredOf(place: Schema, direction: "request" | "response", name: string): readonly string[] {
  const $defs = { ...definitions(place) };
  const context = contextOf({ $defs } as never, { contract: { entries: { Root: { at: "#/$defs/Root", direction } } } });
  const directed = direct(discriminate(namedOf($defs), context), context);
  expect(context.problems).toEqual([]);
  const schema = directed.$defs[name];
  return typeof schema === "object" ? (schema.required ?? []) : [`no ${name}`];
}

test.each<[name: string, place: Schema, definition: string, required: readonly string[]]>([
  ["a place that names the child implies its tag", image, "Image", []],
  ["so do the items of a list", { type: "array", items: image }, "Image", []],
  ["and a place that may be null", { anyOf: [image, { type: "null" }] }, "Image", []],
  ["a place that names the base does not", blob, "Image", ["kind"]],
  ["nor does one that lists several children", { anyOf: [image, video] }, "Image", ["kind"]],
  ["a place that names a base below implies the tag above it, of all below", video, "Film", ["of"]],
  ["and of the rest for an absent tag", video, "UntaggedVideo", []],
])("%s", (_, place, definition, required) => {
  expect(requiredOf(place, "response", definition)).toEqual(required);
});

test("a request says the tag all the same", () => {
  expect(requiredOf(image, "request", "Image")).toEqual(["kind"]);
  expect(requiredOf(video, "request", "Film")).toEqual(["kind", "of"]);
});
