/** What is told of properties and items that nothing evaluates: nothing, where something else is wrong that they depend on. */
import { expect, test } from "vitest";
import type { Json, JsonObject } from "#generator/json/json-schema.js";
import type { SafeParseResult } from "#generator/runtime/issue.js";
import { emittedPackage } from "../support/made-package.js";
import { exportsOf } from "../support/module-exports.js";

const kind = (value: string, more: JsonObject): JsonObject => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { const: value }, ...more },
});
const closed = {
  properties: { name: { type: "string" } },
  oneOf: [{ $ref: "#/$defs/Still" }, { $ref: "#/$defs/Film" }],
  unevaluatedProperties: false,
};
const schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  properties: { whole: { $ref: "#/$defs/Closed" }, inPlace: closed },
  $defs: {
    Closed: closed,
    Still: kind("still", { width: { type: "integer" } }),
    Film: kind("film", { seconds: { type: "number" } }),
  },
};

test.for<[value: Json, messages: readonly string[]]>([
  [{ kind: "still", width: 1, name: "a" }, []],
  [{ kind: "still", seconds: 1 }, ["seconds must be absent, got 1 (number)"]],
  [{ kind: "still", length: 1 }, ["length is not a known property"]],
  [{ kind: "sound", seconds: 1 }, ['kind must be one of "still", "film", got "sound" (string)']],
  [{ kind: "film", seconds: "1", length: 1 }, ['seconds must be a number, got "1" (string)']],
  [{ kind: "still", name: 1, seconds: 1 }, ["name must be a string, got 1 (number)"]],
])("%j: %j", async ([value, messages]) => {
  const files = new Map(await emittedPackage(schema, { entries: { Root: { at: "#", direction: "request" } } }));
  const { safeParseRoot } = exportsOf(files.get("validators.js") ?? "");
  const safeParse = safeParseRoot as (value: Json) => SafeParseResult<unknown>;
  const told = (given: Json) => (safeParse(given).issues ?? []).map(({ message }) => message);
  const at = (key: string) => messages.map((message) => `${key}.${message}`);
  expect(told({ whole: value })).toEqual(at("whole"));
  // What is wrong elsewhere silences nothing here.
  expect(told({ whole: 1, inPlace: value })).toEqual(["whole must be an object, got 1 (number)", ...at("inPlace")]);
});
