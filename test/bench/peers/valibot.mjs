/** valibot, as its documentation writes such a schema. */
import { lists } from "./lists.mjs";

export const name = "valibot";

const head = `import * as v from "valibot";
const text = v.optional(v.string());
const whole = v.optional(v.pipe(v.number(), v.integer()));
const number = v.optional(v.number());
const url = v.optional(v.pipe(v.string(), v.url()));
const date = v.optional(v.pipe(v.string(), v.isoTimestamp()));
const blob = v.looseObject({ blobId: text, url, mimeType: text, width: whole, height: whole, durationMs: whole, nsfwLevel: whole });
const job = v.looseObject({ id: text, status: text, result: v.optional(v.looseObject({ blobs: v.optional(v.array(blob)) })) });
const network = v.looseObject({ air: text, strength: number });
const input = v.looseObject({ engine: text, model: text, prompt: text, negativePrompt: text, width: whole, height: whole, aspectRatio: text, steps: whole, cfgScale: number, sampler: text, seed: whole, quantity: whole, additionalNetworks: v.optional(v.array(network)) });
const step = v.looseObject({ $type: v.optional(v.picklist(${lists.types})), name: text, status: text, input: v.optional(input), jobs: v.optional(v.array(job)) });
const workflow = v.looseObject({ id: v.string(), status: v.picklist(${lists.statuses}), tags: v.optional(v.array(v.string())), callbackUrl: url, callbackEvents: v.optional(v.array(v.picklist(${lists.events}))), createdAt: date, startedAt: date, completedAt: date, cost: v.optional(v.looseObject({ base: whole, total: whole, currency: v.optional(v.literal("BUZZ")) })), steps: v.optional(v.array(step)) });
`;

export const modules = () => ({
  guard: `${head}export const isWorkflow = (value) => v.is(workflow, value);`,
  validate: `${head}export const validate = (value) => v.safeParse(workflow, value).success;`,
});
