/**
 * The fast share of `npm run test:soundness`: each eleventh group of the official suite's 2020-12, one whose objects have
 * optional properties only among them.
 */
import { expect, test } from "vitest";
import { soundnessOf } from "./soundness/soundness.js";
import { groupsOf, hasOfficialSuite } from "./suite/official-suite.js";

test.skipIf(!hasOfficialSuite)(
  `a type takes what its validator takes${hasOfficialSuite ? "" : " (skipped: no official suite)"}`,
  async () => {
    const groups = groupsOf("draft2020-12").filter((_, index) => index % 11 === 3);
    const { asked, disagreements } = await soundnessOf(groups, "draft2020-12");
    expect(disagreements).toEqual([]);
    expect(asked).toBeGreaterThan(40);
  },
);
