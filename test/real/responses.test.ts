/**
 * Answers of the server: the accepted requests echoed, and made-up steps and events for every leaf of the document. They are
 * read open, and what is wrong in them is refused all the same.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { accepted, type Json, type JsonObject } from "./bodies.js";
import { caseOf, surprise, type Case } from "./cases.js";
import { OpenApiDocument } from "./document.js";
import { entryOf, isThere, loadPackage, packageFolder, titled } from "./package.js";
import { placesOf, withValue } from "./places.js";
import * as kinds from "./response-mutants.js";
import type { Mutate } from "./mutant.js";
import { ofScalar, samplesOf, type Fill } from "./samples.js";

const events = ["WorkflowEvent", "WorkflowStepEvent", "WorkflowStepJobEvent"];

describe.skipIf(!isThere)(titled("answers"), () => {
  let exports: Readonly<Record<string, unknown>>;
  let document: OpenApiDocument;
  let madeUp: readonly Case[];
  beforeAll(async () => {
    exports = await loadPackage();
    document = new OpenApiDocument(path.join(packageFolder(), "schema.json"));
    const made = (fill: Fill, ...types: readonly string[]): readonly Case[] =>
      types.flatMap((type) =>
        samplesOf(document, type, fill, "response").map((value) => caseOf(exports, document, fill, type, value)),
      );
    madeUp = [...made("minimal", "WorkflowStep", ...events), ...made("full", "WorkflowStep", ...events), aWorkflow()];
  });

  /** One with two steps, where a made-up one has all. */
  function aWorkflow(): Case {
    const [value = {}] = samplesOf(document, "Workflow", "minimal", "response");
    return caseOf(exports, document, "minimal", "Workflow", {
      ...value,
      steps: (value["steps"] as readonly Json[]).slice(0, 2),
    });
  }

  test("every accepted request comes back as a Workflow, with the tags inside its inputs or without them", () => {
    const entry = entryOf(exports, "Workflow");
    const requests = accepted.filter(({ type }) => type === "WorkflowTemplate");
    const refused = requests.flatMap(({ file, value }) => {
      const echo = filledIn(document, value);
      const answers = [answerTo(echo), answerTo(withoutInnerTags(document, echo))];
      return answers.flatMap((answer) =>
        entry.issuesOf(answer).map(({ pointer, message }) => `${file} ${pointer}: ${message}`),
      );
    });
    expect(refused).toEqual([]);
  });

  test("a step of each of the 45 types, the workflow and the three events are accepted, with what is required and with all there is", () => {
    expect(madeUp.length).toBeGreaterThan(500);
    expect(madeUp.flatMap((each) => surprise({ ...each, value: each.subject.value, due: [] }))).toEqual([]);
  });

  test("the README's receiver of callbacks takes an event, not a workflow", () => {
    const readme = readFileSync(path.join(packageFolder(), "README.md"), "utf8");
    expect(readme).toContain("result = safeParseWorkflowEvent(JSON.parse(body));");
    expect(readme).toContain('if (result.data.status === "succeeded") console.log("done:", result.data);');
  });

  test.each(Object.entries(kinds) as [string, Mutate][])("%s", (_, mutate) => {
    const mutants = madeUp.flatMap((each) => mutate(each.subject).map((mutant) => ({ ...each, ...mutant })));
    expect(mutants.length).toBeGreaterThan(0);
    expect(mutants.flatMap(surprise).slice(0, 20)).toEqual([]);
  });
});

/** What the server would answer to a request: nulls omitted, seven digits of a second, and a member nobody knows. */
function answerTo(request: JsonObject): Json {
  const steps = (request["steps"] as readonly JsonObject[]).map((step, index) => ({
    name: String(index),
    priority: "normal",
    ...omitNulls(step),
    metadata: {},
    status: "succeeded",
    startedAt: "2026-08-20T10:20:30.1234567Z",
    completedAt: "2026-08-20T10:21:30.12+00:00",
    newMember: 1,
  }));
  return {
    id: "20260820-1",
    createdAt: "2026-08-20T10:20:29.7654321Z",
    status: "succeeded",
    ...{ tags: [], metadata: {}, arguments: {}, callbacks: [], currencies: ["blue"] },
    ...{ tips: { civitai: 0, creators: 0 }, cost: { base: 4, tips: { civitai: 0, creators: 0 }, total: 4 } },
    ...{ upgradeMode: "manual", forceRefunded: false },
    ...omitNulls(request),
    steps,
  };
}

/** The request with the values that references stand for, with defaults, and with what only the server says. */
function filledIn(document: OpenApiDocument, request: JsonObject): JsonObject {
  const { values, objects } = placesOf(document, "WorkflowTemplate", request);
  const resolved = values
    .filter(({ value }) => typeof value === "object" && value !== null && "$ref" in value)
    .reduce<Json>((body, { path: at, schema }) => withValue(body, at, ofScalar(document.target(schema))), request);
  const missing = objects.flatMap(({ path: at, value, members }) =>
    [...members].flatMap(([key, { schema, required, tag }]) =>
      required && tag === undefined && !(key in value)
        ? [[[...at, key], ofScalar(document.target(schema))] as const]
        : [],
    ),
  );
  return missing.reduce((body, [at, value]) => withValue(body, at, value), resolved) as JsonObject;
}

const omitNulls = (value: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null));

const withoutInnerTags = (document: OpenApiDocument, request: JsonObject): JsonObject =>
  placesOf(document, "WorkflowTemplate", request)
    .values.filter(({ tag, path: at }) => tag !== undefined && at.at(-1) !== "$type")
    .reduce<Json>((body, { path: at }) => withValue(body, at, undefined), request) as JsonObject;
