/** zod 4, as its documentation writes such a schema. */
import { lists } from "./lists.mjs";

export const name = "zod 4";

const head = `import { z } from "zod";
const blob = z.looseObject({ blobId: z.string().optional(), url: z.url().optional(), mimeType: z.string().optional(), width: z.int().optional(), height: z.int().optional(), durationMs: z.int().optional(), nsfwLevel: z.int().optional() });
const job = z.looseObject({ id: z.string().optional(), status: z.string().optional(), result: z.looseObject({ blobs: z.array(blob).optional() }).optional() });
const network = z.looseObject({ air: z.string().optional(), strength: z.number().optional() });
const input = z.looseObject({ engine: z.string().optional(), model: z.string().optional(), prompt: z.string().optional(), negativePrompt: z.string().optional(), width: z.int().optional(), height: z.int().optional(), aspectRatio: z.string().optional(), steps: z.int().optional(), cfgScale: z.number().optional(), sampler: z.string().optional(), seed: z.int().optional(), quantity: z.int().optional(), additionalNetworks: z.array(network).optional() });
const step = z.looseObject({ $type: z.enum(${lists.types}).optional(), name: z.string().optional(), status: z.string().optional(), input: input.optional(), jobs: z.array(job).optional() });
const date = z.iso.datetime({ offset: true });
const workflow = z.looseObject({ id: z.string(), status: z.enum(${lists.statuses}), tags: z.array(z.string()).optional(), callbackUrl: z.url().optional(), callbackEvents: z.array(z.enum(${lists.events})).optional(), createdAt: date.optional(), startedAt: date.optional(), completedAt: date.optional(), cost: z.looseObject({ base: z.int().optional(), total: z.int().optional(), currency: z.literal("BUZZ").optional() }).optional(), steps: z.array(step).optional() });
`;

export const modules = () => ({
  guard: `${head}export const isWorkflow = (value) => workflow.safeParse(value).success;`,
  validate: `${head}export const validate = (value) => workflow.safeParse(value).success;`,
});
