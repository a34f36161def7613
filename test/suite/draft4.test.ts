/** The official suite's draft4: the emitted guard and collector say of each of its values what the suite says. */
import { expect, test } from "vitest";
import { groupsOf, neededBy, remotesOf } from "./official-suite.js";
import { emittedFor } from "./pipeline.js";
import { emittedErrors } from "./verdicts.js";

const remotes = remotesOf("draft4");

test.for(groupsOf("draft4").map((group) => [group.name, group] as const))("%s", async ([, group]) => {
  const emitted = await emittedFor(group.schema, neededBy(group.schema, remotes), {});
  expect(emittedErrors(group, emitted)).toEqual([]);
});
