/**
 * The documents that are timed: a size and a kind in; fresh JSON text out. What is wrong is wrong in one place only (`early`:
 * the first property that a validator meets, `late`: the last one of the last step), or in fifty places over the document.
 */

export const sizes = ["small", "medium", "large"];
export const kinds = ["valid", "early", "late", "fifty"];

const types = ["imageGen", "videoGen", "textGen", "upscale", "comfy"];

/** How much of each thing a document of a size has. */
const shapes = {
  small: { steps: 1, jobs: 0, blobs: 0 },
  medium: { steps: 3, jobs: 2, blobs: 2 },
  large: { steps: 200, jobs: 1, blobs: 2 },
};

const hex = (seed, length) => {
  let text = "";
  for (let state = seed + 1; text.length < length; state = (Math.imul(state, 1664525) + 1013904223) >>> 0)
    text += state.toString(16).padStart(8, "0");
  return text.slice(0, length);
};

const blob = (seed) => ({
  blobId: `${hex(seed, 26).toUpperCase()}.jpeg`,
  url: `https://orchestration-new.civitai.com/v2/consumer/blobs/${hex(seed, 26).toUpperCase()}.jpeg?sig=${hex(seed + 7, 24)}&exp=2026-12-31`,
  mimeType: "image/jpeg",
  width: 1024,
  height: 768 + (seed % 5) * 64,
  nsfwLevel: 1 + (seed % 3),
});

const job = (seed, blobs) => ({
  id: hex(seed + 11, 32),
  status: "succeeded",
  result: { blobs: Array.from({ length: blobs }, (_, index) => blob(seed * 8 + index)) },
});

const step = (seed, { jobs, blobs }) => ({
  $type: types[seed % types.length],
  name: `step-${seed}`,
  status: "succeeded",
  input: {
    engine: "sdxl",
    model: "urn:air:sdxl:checkpoint:civitai:101055@128078",
    prompt: `a lighthouse at dawn, ${hex(seed, 40)}`,
    negativePrompt: "blurry, low quality",
    width: 1024,
    height: 1024,
    steps: 25 + (seed % 10),
    cfgScale: 6.5 + (seed % 4) / 4,
    sampler: "dpmpp_2m",
    seed: 1_000_000 + seed * 7919,
    quantity: 2,
    additionalNetworks: [{ air: "urn:air:sdxl:lora:civitai:82098@87153", strength: 0.8 }],
  },
  ...(jobs > 0 && { jobs: Array.from({ length: jobs }, (_, index) => job(seed * 4 + index, blobs)) }),
});

function valid(size, seed) {
  const shape = shapes[size];
  return {
    id: `wf_${hex(seed, 20)}`,
    status: "succeeded",
    tags: ["bench", `round-${seed}`],
    callbackUrl: `https://example.org/hooks/civitai?workflow=${hex(seed, 12)}`,
    callbackEvents: ["workflow:succeeded", "workflow:failed"],
    createdAt: "2026-03-01T10:20:30.1234567Z",
    startedAt: "2026-03-01T10:20:31.5Z",
    completedAt: `2026-03-01T10:2${seed % 10}:59+02:00`,
    cost: { base: 20, total: 24, currency: "BUZZ" },
    steps: Array.from({ length: shape.steps }, (_, index) => step(seed * 16 + index, shape)),
  };
}

const faults = {
  valid: (document) => document,
  early: (document) => ({ ...document, id: 7 }),
  late(document) {
    const last = document.steps.at(-1);
    const blobs = last.jobs?.at(-1).result.blobs ?? [];
    if (blobs.length > 0) blobs.at(-1).nsfwLevel = "PG13";
    else last.input.additionalNetworks.at(-1).strength = "strong";
    return document;
  },
  /** Numbers as text, spread over the steps; a short document gets them as tags. */
  fifty(document) {
    const wrong = document.steps.slice(0, 25);
    for (const { input } of wrong) Object.assign(input, { width: "1024", height: "1024" });
    document.tags.push(...Array.from({ length: 50 - wrong.length * 2 }, (_, index) => index));
    return document;
  },
};

/** @param seed another seed gives another text of the same shape. */
export const documentText = (size, kind, seed) => JSON.stringify(faults[kind](valid(size, seed)));
