/** `docs/diagnostics.md` is the catalogue; `npm run golden:update` renews it. */
import fs from "node:fs";
import { expect, test } from "vitest";
import { catalogue } from "#generator/diagnostic-catalogue.js";
import { diagnosticsDocument } from "./support/diagnostics-document.js";

const file = "docs/diagnostics.md";

test("docs/diagnostics.md says what the catalogue says", async () => {
  const text = await diagnosticsDocument(file);
  if (process.env["UPDATE_GOLDEN"] === "1" && !process.env["CI"]) fs.writeFileSync(file, text);
  expect(fs.readFileSync(file, "utf8"), "npm run golden:update writes it").toBe(text);
  const listed = [...text.matchAll(/^\| (SW\d+) /gm)].map(([, code]) => code);
  expect(listed.sort()).toEqual(Object.keys(catalogue).sort());
});
