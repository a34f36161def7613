/**
 * What is said first of a wrong body does not depend on how much is told: of every accepted body and a made-up one for every
 * leaf of the document, with several things wrong.
 */
import path from "node:path";
import { describe, expect, test } from "vitest";
import { expectFewerToBeTheFirst, type SafeParse } from "../support/fewer-issues.js";
import { accepted } from "./bodies.js";
import { OpenApiDocument } from "./document.js";
import { isThere, loadPackage, packageFolder, titled } from "./package.js";
import { samplesOf } from "./samples.js";

describe.skipIf(!isThere)(titled("fewer issues are the first ones"), () => {
  test("of real bodies", async () => {
    const exports = await loadPackage();
    const types = new Set(accepted.map(({ type }) => type));
    for (const type of types) {
      const values = accepted.filter((each) => each.type === type).map(({ value }) => value);
      const several = expectFewerToBeTheFirst(exports[`safeParse${type}`] as SafeParse, values, 2_000);
      expect(several, type).toBeGreaterThan(300);
    }
  });

  test.each(["minimal", "full"] as const)("of made-up steps (%s)", async (fill) => {
    const exports = await loadPackage();
    const document = new OpenApiDocument(path.join(packageFolder(), "schema.json"));
    const values = samplesOf(document, "WorkflowStepTemplate", fill);
    const several = expectFewerToBeTheFirst(exports["safeParseWorkflowStepTemplate"] as SafeParse, values, 5_000);
    expect(several).toBeGreaterThan(500);
  });
});
