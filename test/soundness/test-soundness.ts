/** One draft of the official suite as a test: no emitted type refuses a value that the validator beside it takes. */
import { expect, test } from "vitest";
import { groupsOf, hasOfficialSuite, type Draft } from "../suite/official-suite.js";
import { soundnessOf } from "./soundness.js";

export function testSoundness(draft: Draft): void {
  test.skipIf(!hasOfficialSuite)(hasOfficialSuite ? `${draft}: all groups` : "skipped: no official suite", async () => {
    const { asked, disagreements } = await soundnessOf(groupsOf(draft), draft);
    expect(disagreements).toEqual([]);
    expect(asked).toBeGreaterThan(400);
  });
}
