/**
 * The bench can be believed: the hand-written validator and ours give the same verdicts, what an application bundles stays small,
 * and docs/bench.md is what `npm run bench` writes. Nothing is timed here.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { isWorkflow, safeParseWorkflow } from "civitai-workflow";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

interface Case {
  readonly name: string;
  readonly value: unknown;
  readonly valid: boolean;
}

interface Sizes {
  readonly rolldown: number;
  readonly esbuild: number;
}

interface BenchModules {
  readonly "cases/cases.mjs": { readonly cases: readonly Case[] };
  readonly "documents.mjs": {
    readonly sizes: readonly string[];
    readonly kinds: readonly string[];
    documentText(size: string, kind: string, seed: number): string;
  };
  readonly "hand-written/guard.mjs": { isWorkflow(value: unknown): boolean };
  readonly "bundle-sizes.mjs": { bundleSizes(text: string, folder: string): Promise<Sizes> };
  readonly "targets.mjs": { targets(results: object): readonly object[] };
  readonly "report.mjs": { report(results: object): string };
}

const bench = <Name extends keyof BenchModules>(name: Name): Promise<BenchModules[Name]> =>
  import(path.join(import.meta.dirname, "bench", name)) as Promise<BenchModules[Name]>;

const { cases } = await bench("cases/cases.mjs");
const { documentText, kinds, sizes } = await bench("documents.mjs");
const byHand = await bench("hand-written/guard.mjs");

const verdicts = (value: unknown): object => ({
  byHand: byHand.isWorkflow(value),
  guard: isWorkflow(value),
  safeParse: safeParseWorkflow(value).success,
});
const all = (valid: boolean): object => ({ byHand: valid, guard: valid, safeParse: valid });

describe("verdicts", () => {
  test("are right in every case", () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    for (const { name, value, valid } of cases) expect(verdicts(value), name).toEqual(all(valid));
  });

  test("are what the kind of a timed document says", () => {
    for (const size of sizes) {
      for (const kind of kinds) {
        const value: unknown = JSON.parse(documentText(size, kind, 3));
        expect(verdicts(value), `${size} ${kind}`).toEqual(all(kind === "valid"));
      }
    }
    expect(safeParseWorkflow(JSON.parse(documentText("large", "fifty", 3)))).toMatchObject({
      issues: { length: 50 },
    });
  });

  test("agree on documents in which anything was changed", () => {
    const document: unknown = JSON.parse(documentText("medium", "valid", 1));
    const places = placesIn(document);
    const other = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(undefined, NaN, Infinity, -0, 0.5, [], {}, [null], "2026-02-29T00:00:00Z", "urn:x", "a b:c"),
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.string({ unit: "binary-ascii" }).map((text) => `https://a.b/${text}`),
    );
    const counts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...places), other, (place, value) => {
        const changed = replaced(document, place, value);
        const valid = byHand.isWorkflow(changed);
        counts[valid ? "accepted" : "refused"]++;
        expect(verdicts(changed)).toEqual(all(valid));
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(Math.min(counts.accepted, counts.refused), JSON.stringify(counts)).toBeGreaterThan(200);
  });
});

test.each([
  ["isWorkflow", 1900],
  ["safeParseWorkflow", 3200],
  ["imageGen", 300],
])("%s alone is bundled in at most %i bytes", async (name, most) => {
  const { bundleSizes } = await bench("bundle-sizes.mjs");
  const { rolldown, esbuild } = await bundleSizes(`export { ${name} } from "civitai-workflow";`, import.meta.dirname);
  expect(Math.max(rolldown, esbuild)).toBeLessThanOrEqual(most);
  expect(Math.min(rolldown, esbuild)).toBeGreaterThan(150);
});

test("docs/bench.md is what the bench writes, but for the figures", async () => {
  const { report } = await bench("report.mjs");
  const { targets } = await bench("targets.mjs");
  const text = readFileSync(path.join(import.meta.dirname, "../docs/bench.md"), "utf8");
  const names = [...(/## Verdicts[^]*?(?=\n## )/.exec(text)?.[0] ?? "").matchAll(/^\| (\S[^|]*?) *\| *\d/gm)].map(
    ([, name]) => name ?? "",
  );
  expect(names.slice(0, 3)).toEqual(["stepwright", "hand-written", "ata-validator, compiled"]);
  const bundle = { rolldown: 1, esbuild: 1 };
  const results = {
    peers: names.map((name) => ({ name })),
    skipped: [],
    wrong: new Map(names.map((name) => [name, []])),
    times: (_size: string, _kind: string, name: string, how: string) =>
      name === "hand-written" && how === "validate" ? undefined : [1, 1],
    starts: new Map(names.map((name) => [name, [1, 1]])),
    sizes: new Map(["one step factory", ...names].map((name) => [name, { guard: bundle, validate: bundle }])),
    imageGen: { steps: 1, microseconds: { guard: 1, parse: 1, "JSON.parse": 1 } },
  };
  expect(shapeOf(text)).toBe(shapeOf(report({ ...results, promised: targets(results) })));
});

/** Without figures, marks and the width of columns. */
const shapeOf = (text: string): string =>
  text
    .replace(/\n## Skipped[^]*$/, "\n")
    .replace(/\d+(?:\.\d+)?|–/g, "0")
    .replace(/0 \/ 0/g, "0")
    .replace(/[✓✗?](?= *\|)/g, "✓")
    .replace(/-{2,}/g, "--")
    .replace(/ +/g, " ")
    .trim();

type Place = readonly (string | number)[];

function placesIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== "object" || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...place, key]))];
}

function replaced(document: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(document))
    return document.map((each: unknown, index) => (index === Number(key) ? replaced(each, rest, value) : each));
  const object = document as Readonly<Record<string, unknown>>;
  return { ...object, [key]: replaced(object[key], rest, value) };
}
