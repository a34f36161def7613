/** The official suite's draft7 as draft-06, which has no conditions: groups for draft-06 itself are not at hand. */
import { describe, expect, test } from "vitest";
import { isObject } from "#generator/json/json-schema.js";
import { groupsOf, hasOfficialSuite, neededBy, remotesOf } from "./official-suite.js";
import { emittedFor } from "./pipeline.js";
import { emittedErrors, settings } from "./verdicts.js";

const conditions = /^if-then-else\.json: |: ref to (?:if|then|else)$/;

describe.skipIf(!hasOfficialSuite)(hasOfficialSuite ? "draft6" : "skipped: no official suite", () => {
  const groups = hasOfficialSuite ? groupsOf("draft7").filter(({ name }) => !conditions.test(name)) : [];
  const remotes = hasOfficialSuite ? remotesOf("draft7") : new Map();

  test.for(groups.map((group) => [group.name, group] as const))("%s", async ([name, group]) => {
    const schema = isObject(group.schema)
      ? { ...group.schema, $schema: "http://json-schema.org/draft-06/schema#" }
      : group.schema;
    const emitted = await emittedFor(schema, neededBy(schema, remotes), settings(name, "draft7"));
    expect(emittedErrors(group, emitted)).toEqual([]);
  });
});
