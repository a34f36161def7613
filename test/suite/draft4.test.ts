/** The official suite's draft4: the emitted guard and collector say of each of its values what the suite says. */
import { expect, test } from "vitest";
import { groupsOf, neededBy, remotesOf } from "./official-suite.js";
import { emittedFor } from "./pipeline.js";
import { refusedOfDraft4 } from "./refused.js";
import { codeOf, codesOf, emittedErrors } from "./verdicts.js";

const remotes = remotesOf("draft4");
const refused = codeOf(refusedOfDraft4);

test.for(groupsOf("draft4").map((group) => [group.name, group] as const))("%s", async ([name, group]) => {
  const emitted = emittedFor(group.schema, neededBy(group.schema, remotes), {});
  const code = refused.get(name);
  if (code === undefined) expect(emittedErrors(group, await emitted)).toEqual([]);
  else expect(await codesOf(emitted)).toContain(code);
});

test("what is refused is a group of the suite", () => {
  const names = groupsOf("draft4").map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([...refused.keys()]));
});
