/**
 * Every real body gets the verdict of `expected.json`, a refused one with an issue where that file says.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { load } from "#generator/load/load.js";
import { oracleFor } from "../support/oracle.js";
import { accepted, bodies, type Body } from "./bodies.js";
import { contract, document } from "./inputs.js";
import { entryOf, isThere, loadPackage, titled, type Issue } from "./package.js";

/** Bodies with more than one thing wrong. All others have one issue. */
const faults = new Map([
  ["requests/devdocs-multi-speaker-dialogue-L172.json", 4], // two empty inputs, two required members each
  ["steps/devdocs-training-flux2-klein-L326.json", 2], // an input cut short, with a placeholder in it
  ["steps/devdocs-training-other-image-L467.json", 2], // the same
  ["steps/devdocs-training-sdxl-sd1-L270.json", 2], // the same
]);

describe.skipIf(!isThere)(titled("real bodies"), () => {
  let issuesOf: (body: Body) => readonly Issue[];
  beforeAll(async () => {
    const exports = await loadPackage();
    issuesOf = ({ type, value }) => entryOf(exports, type).issuesOf(value);
  });

  test("there are 208, and the server takes 176 of them", () => {
    expect(bodies).toHaveLength(208);
    expect(accepted).toHaveLength(176);
  });

  test("what the server accepts is accepted by guard and parser", () => {
    expect(accepted.flatMap((body) => issuesOf(body).map(inWords(body)))).toEqual([]);
  });

  const refused = bodies.filter(({ verdict }) => verdict === "reject");

  test.each(refused)("$file is refused: $why", (body) => {
    const issues = issuesOf(body);
    expect(issues).toHaveLength(faults.get(body.file) ?? 1);
    expect(issues.map(({ pointer }) => pointer)).toContain(faultyPlace(body.error ?? ""));
  });

  test(
    "without the overlay those are refused that need its corrections, and no other",
    { timeout: 60_000 },
    async () => {
      const { overlay, ...inputs } = await load(contract, { schema: document });
      expect(overlay).toBeDefined();
      const oracle = await oracleFor(inputs);
      const wrong = accepted.filter(
        ({ type, value, verdict }) => oracle.accepts(type, withCurrencies(type, value)) !== (verdict === "accept"),
      );
      expect(wrong.map(({ file }) => file)).toEqual([]);
    },
  );
});

const inWords =
  ({ file }: Body) =>
  ({ pointer, message }: Issue): string =>
    `${file}${pointer}: ${message}`;

/** `accept` assumes one correction: that the currencies may be left out. */
const withCurrencies = (type: string, value: Body["value"]): Body["value"] =>
  type === "WorkflowTemplate" ? { currencies: ["blue"], ...value } : value;

/** Where an issue is due: at the pointer that the text begins with, or at the member of that place that it names. */
function faultyPlace(error: string): string {
  const [place = ""] = error.split(" ");
  const member = /(?:required property|additional properties) '([^']+)'|value of tag "([^"]+)"/.exec(error);
  const key = member?.[1] ?? member?.[2];
  return `${place === "/" ? "" : place}${key === undefined ? "" : `/${key}`}`;
}
