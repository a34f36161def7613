/** arktype, as its documentation writes such a schema. */
import { lists } from "./lists.mjs";

export const name = "arktype";

const head = `import { type } from "arktype";
const blob = type({ "blobId?": "string", "url?": "string.url", "mimeType?": "string", "width?": "number.integer", "height?": "number.integer", "durationMs?": "number.integer", "nsfwLevel?": "number.integer" });
const job = type({ "id?": "string", "status?": "string", "result?": { "blobs?": blob.array() } });
const network = type({ "air?": "string", "strength?": "number" });
const input = type({ "engine?": "string", "model?": "string", "prompt?": "string", "negativePrompt?": "string", "width?": "number.integer", "height?": "number.integer", "aspectRatio?": "string", "steps?": "number.integer", "cfgScale?": "number", "sampler?": "string", "seed?": "number.integer", "quantity?": "number.integer", "additionalNetworks?": network.array() });
const step = type({ "$type?": type.enumerated(...${lists.types}), "name?": "string", "status?": "string", "input?": input, "jobs?": job.array() });
const workflow = type({ id: "string", status: type.enumerated(...${lists.statuses}), "tags?": "string[]", "callbackUrl?": "string.url", "callbackEvents?": type.enumerated(...${lists.events}).array(), "createdAt?": "string.date.iso", "startedAt?": "string.date.iso", "completedAt?": "string.date.iso", "cost?": { "base?": "number.integer", "total?": "number.integer", "currency?": "'BUZZ'" }, "steps?": step.array() });
`;

export const modules = () => ({
  guard: `${head}export const isWorkflow = (value) => workflow.allows(value);`,
  validate: `${head}export const validate = (value) => !(workflow(value) instanceof type.errors);`,
});
