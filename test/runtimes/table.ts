/** What every runtime is asked about: bodies for the entry types, texts and numbers for the formats. */
import fc from "fast-check";
import type { Json } from "#generator/json/json-schema.js";
import { load } from "#generator/load/load.js";
import { prepare } from "#generator/generate.js";
import { networkCases } from "../fixtures/format-cases/network.js";
import { numberCases } from "../fixtures/format-cases/number.js";
import { timeCases } from "../fixtures/format-cases/time.js";
import { uriCases } from "../fixtures/format-cases/uri.js";
import { valuesFor } from "../support/made-values.js";

export interface Table {
  readonly bodies: readonly Json[];
  readonly texts: readonly string[];
  /** As `Number` reads them: NaN and -0 are among them, which JSON has no word for. */
  readonly numbers: readonly string[];
}

export async function tableOf(contract: string): Promise<Table> {
  const made = await madeBodies(contract);
  const inFormats = [
    ...casesOf(uriCases["uri"]).map((callbackUrl) => ({ ...answer, callbackUrl })),
    ...casesOf(timeCases["date-time"]).map((createdAt) => ({ ...answer, createdAt })),
  ];
  const texts = Object.values({ ...networkCases, ...timeCases, ...uriCases }).flatMap(casesOf);
  const numbers = Object.values(numberCases).flatMap(({ valid, invalid }) => [...valid, ...invalid]);
  return {
    bodies: [...written, ...inFormats, ...made],
    texts: [...new Set(texts)],
    numbers: [...new Set(numbers.map((each) => (Object.is(each, -0) ? "-0" : String(each))))],
  };
}

const answer = { id: "wf_1", status: "succeeded", steps: [{ $type: "tts" }, { name: "no tag" }], new: "unknown" };
const blob = { blobId: "b", url: "https://a/b?c=%20#d", mimeType: "image/png", width: 1024, height: 1e3 };

/** Bodies as people write them, and their usual mistakes. */
const written: readonly Json[] = [
  answer,
  { ...answer, status: "done" },
  { ...answer, status: "Succeeded", cost: { total: "24", currency: "USD" } },
  {
    ...answer,
    steps: [
      { $type: "imageGen", jobs: [{ result: { blobs: [blob] } }, { result: { blobs: [{ ...blob, width: 1.5 }] } }] },
    ],
  },
  { ...answer, steps: [{ $type: "imagegen" }, { $type: "toString" }, { $type: 1 }, null] },
  { ...answer, createdAt: "2026-08-20T23:59:60Z", completedAt: "2026-08-20T12:00:60+01:00" },
  { ...answer, tags: Array.from({ length: 1000 }, (_, index) => index) },
  { steps: [{ $type: "imageGen", input: { prompt: "größe 😀 \ud800", width: 1024 } }], tags: ["a"] },
  { steps: [{ $type: "videoGen", name: "hero", input: { additionalNetworks: [{ air: 1, strength: "1" }] } }] },
  { steps: [{ $type: "upscale" }], callbackEvents: ["workflow:done"], detailed: "yes" },
  { $type: "upscale", input: {} },
  ...[null, true, 1, "wf_1", [], {}, [[]]],
];

/** Some that the types should accept, some that miss by little. */
async function madeBodies(contract: string): Promise<readonly Json[]> {
  const { canonical, model } = prepare(await load(contract));
  const { $defs } = canonical.schema;
  const samples = model.entries.map(({ type }) => fc.sample(valuesFor($defs[type], $defs), { seed: 1, numRuns: 150 }));
  return samples.flat();
}

/** But for texts of a megabyte. */
const casesOf = (cases: { readonly valid: readonly string[]; readonly invalid: readonly string[] } | undefined) =>
  [...(cases?.valid ?? []), ...(cases?.invalid ?? [])].filter((text) => text.length < 10_000);
