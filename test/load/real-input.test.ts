/**
 * The publisher's own submissions and answers, used where they are: beside the repository. They pass, the submissions come
 * out of the factories, and one broken field is one issue at its place.
 */
import { existsSync, readFileSync } from "node:fs";
import {
  imageGen,
  isWorkflow,
  isWorkflowRequest,
  safeParseWorkflow,
  safeParseWorkflowRequest,
  videoGen,
  workflow,
  type WorkflowRequest,
} from "civitai-workflow";
import { describe, expect, test } from "vitest";

const folder = new URL("../../../shared/seed/examples/", import.meta.url);
const isThere = existsSync(folder);

type Path = readonly (string | number)[];

const bodyOf = (name: string): unknown => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));

const kinds = ["image-generation", "video-generation"] as const;

/** The two submissions as a program would write them. */
const submissions: Record<(typeof kinds)[number], () => WorkflowRequest> = {
  "image-generation": () =>
    workflow(
      [
        imageGen(
          {
            engine: "sdxl",
            model: "urn:air:sdxl:checkpoint:civitai:101055@128078",
            prompt: "a glowing API specification floating above a cyberpunk skyline, ultra detailed, cinematic",
            negativePrompt: "blurry, watermark, low quality, text",
            width: 1024,
            height: 1024,
            steps: 30,
            cfgScale: 7,
            sampler: "DPM++ 2M Karras",
            seed: 42,
            quantity: 2,
            additionalNetworks: [{ air: "urn:air:sdxl:lora:civitai:200000@250000", strength: 0.8 }],
          },
          { name: "sdxl-hero" },
        ),
      ],
      {
        tags: ["api-evangelist", "sdxl-demo"],
        callbackUrl: "https://example.com/civitai/webhooks",
        callbackEvents: ["workflow:succeeded", "workflow:failed"],
        detailed: true,
      },
    ),
  "video-generation": () =>
    workflow(
      [
        videoGen(
          {
            engine: "wan2.5",
            prompt: "a slow cinematic dolly across an API gateway control room, neon lights, sci-fi",
            negativePrompt: "low quality, watermark",
            aspectRatio: "16:9",
            duration: 5,
            fps: 24,
            seed: 1234,
          },
          { name: "wan-hero" },
        ),
      ],
      {
        tags: ["video", "wan2.5"],
        callbackUrl: "https://example.com/civitai/webhooks",
        callbackEvents: ["workflow:*"],
      },
    ),
};

describe.skipIf(!isThere)(isThere ? "the publisher's examples" : "skipped: no seed examples", () => {
  test.each(kinds)("%s: the answer is a Workflow, and no request", (kind) => {
    const answer = bodyOf(`${kind}.response`);
    expect(isWorkflow(answer)).toBe(true);
    expect(isWorkflowRequest(answer)).toBe(false);
  });

  test.each(kinds)("%s: the submission is a WorkflowRequest, and no answer", (kind) => {
    const submission = bodyOf(`${kind}.request`);
    expect(isWorkflowRequest(submission)).toBe(true);
    expect(isWorkflow(submission)).toBe(false);
  });

  test.each(kinds)("%s: the factories make the same submission", (kind) => {
    expect(submissions[kind]()).toStrictEqual(bodyOf(`${kind}.request`));
  });

  type Row = readonly [kind: (typeof kinds)[number], path: Path, value: unknown, sentence: string];
  const [image, video] = kinds;

  test.each<Row>([
    [image, ["id"], undefined, "id is required: a string"],
    [video, ["id"], 7, "id must be a string, got 7 (number)"],
    [image, ["status"], "prepared", 'status must be one of "unassigned", "preparing", '],
    [image, ["createdAt"], "2026-05-25", "createdAt must be a date-time"],
    [video, ["createdAt"], "2026-02-29T15:42:11Z", "createdAt must be a date-time"],
    [video, ["cost"], [], "cost must be an object, got an empty array"],
    [image, ["cost", "total"], 24.5, "cost.total must be an integer, got 24.5 (number)"],
    [video, ["cost", "currency"], "USD", "cost.currency must be "],
    [image, ["tags", 1], null, "tags[1] must be a string, got null"],
    [video, ["steps"], {}, "steps must be an array, got an object"],
    [image, ["steps", 0], "imageGen", "steps[0] must be an object"],
    [image, ["steps", 0, "$type"], "imagegen", "steps[0].$type must be one of "],
    [video, ["steps", 0, "name"], 1, "steps[0].name must be a string, got 1 (number)"],
    [image, ["steps", 0, "jobs"], "none", 'steps[0].jobs must be an array, got "none" (string)'],
  ])("%s, an answer whose %j is %j: one issue", (kind, path, value, sentence) => {
    const answer = withValue(bodyOf(`${kind}.response`), path, value);
    expect(safeParseWorkflow(answer)).toEqual({ success: false, issues: [issueAt(path, sentence)] });
  });

  test.each<Row>([
    [image, ["steps"], undefined, "steps is required: an array"],
    [image, ["detailed"], "yes", 'detailed must be true or false, got "yes" (string)'],
    [video, ["callbackUrl"], "/webhooks", "callbackUrl must be a URI"],
    [video, ["callbackEvents", 0], "workflow:done", "callbackEvents[0] must be one of "],
    [video, ["steps", 0, "$type"], undefined, "steps[0].$type is required: "],
    [image, ["steps", 0, "input"], undefined, "steps[0].input is required: "],
    [video, ["steps", 0, "input", "seed"], "42", 'steps[0].input.seed must be an integer, got "42" (string)'],
    [
      image,
      ["steps", 0, "input", "additionalNetworks", 0, "strength"],
      "0.8",
      "additionalNetworks[0].strength must be a",
    ],
  ])("%s, a submission whose %j is %j: one issue", (kind, path, value, sentence) => {
    const submission = withValue(bodyOf(`${kind}.request`), path, value);
    expect(safeParseWorkflowRequest(submission)).toEqual({ success: false, issues: [issueAt(path, sentence)] });
  });
});

/** A copy with another value at a path; without the property where the value is undefined. */
function withValue(body: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(body)) return body.map((item, index) => (index === key ? withValue(item, rest, value) : item));
  const { [key]: inner, ...others } = body as Record<string | number, unknown>;
  const changed = withValue(inner, rest, value);
  return changed === undefined ? others : { ...others, [key]: changed };
}

const issueAt = (path: Path, sentence: string) =>
  expect.objectContaining({
    path,
    pointer: path.map((key) => `/${key}`).join(""),
    message: expect.stringContaining(sentence),
    keyword: expect.any(String),
  });
