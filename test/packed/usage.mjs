/**
 * civitai-workflow as an application uses it: run by plain Node in a folder where the packed package is installed, with
 * code generation from strings forbidden. Ends with exit code 0 when all is as promised.
 */
import assert from "node:assert/strict";
import * as api from "civitai-workflow";
import * as constants from "civitai-workflow/constants";
import * as jsonSchemas from "civitai-workflow/json-schema";
import * as steps from "civitai-workflow/steps";
import * as types from "civitai-workflow/types";
import * as validators from "civitai-workflow/validators";
import manifest from "civitai-workflow/package.json" with { type: "json" };
import schema from "civitai-workflow/schema.json" with { type: "json" };

assert.throws(() => new Function("return 1"), EvalError, "the flag is in force");

// What there is, and no more.
const tags = [
  ...["imageGen", "videoGen", "audioGen", "textGen", "transcribe", "tts", "music", "upscale", "interpolate"],
  ...["training", "comfy", "moderation"],
];
const entries = ["Workflow", "WorkflowRequest", "WorkflowStep", "WorkflowStepRequest"];
const names = {
  constants: ["STEP_TYPES", "WORKFLOW_STATUSES", "CALLBACK_EVENTS"],
  steps: [...tags, "workflow", "isStep", "matchStep", "UnhandledStepError"],
  validators: [
    ...entries.flatMap((name) => [`is${name}`, `parse${name}`, `safeParse${name}`]),
    ...entries.map((name) => `${name.charAt(0).toLowerCase()}${name.slice(1)}Schema`),
    "ValidationError",
    "formatIssues",
  ],
};
assert.deepEqual(Object.keys(types), [], "a module all the same: `import { type … }` may leave an import of it");
assert.deepEqual(Object.keys(constants), names.constants.toSorted());
assert.deepEqual(Object.keys(steps), names.steps.toSorted());
assert.deepEqual(Object.keys(validators), names.validators.toSorted());
assert.deepEqual(Object.keys(jsonSchemas), names.validators.filter((name) => name.endsWith("Schema")).toSorted());
assert.deepEqual(Object.keys(api), Object.values(names).flat().toSorted());
assert.equal(manifest.name, "civitai-workflow");
assert.equal(schema.title, "Civitai Orchestration Workflow");

// Constants: the schema's enums, frozen.
assert.deepEqual(api.STEP_TYPES, tags);
assert.equal(api.WORKFLOW_STATUSES.length, 7);
assert.equal(api.CALLBACK_EVENTS.length, 8);
for (const tuple of Object.values(constants)) assert.throws(() => tuple.push("more"), TypeError);

// Factories: plain data that the request validator takes; the tag cannot be replaced; what is undefined is dropped.
for (const tag of tags) {
  const step = api[tag]({ prompt: "a fox", width: undefined }, { name: "hero", $type: "other" });
  assert.deepEqual(step, { $type: tag, name: "hero", input: { prompt: "a fox" } });
  assert.ok(api.isStep(step, tag) && api.isWorkflowStepRequest(step));
}
const request = api.workflow([api.imageGen({ prompt: "a fox" })], { tags: ["a"], callbackUrl: undefined });
assert.deepEqual(JSON.parse(JSON.stringify(request)), request);
assert.deepEqual(Object.keys(request).toSorted(), ["steps", "tags"]);
assert.ok(api.isWorkflowRequest(request));
assert.ok(!api.isWorkflow(request), "an answer has an id and a status");

// Guards: an answer, and everything that is none.
const answer = { id: "wf_1", status: "succeeded", steps: [{ $type: "tts" }, { name: "no tag" }], new: "unknown" };
assert.ok(api.isWorkflow(answer));
for (const value of [undefined, null, 1, "wf_1", [], {}, { ...answer, status: "done" }, Object.create(answer)]) {
  assert.ok(!api.isWorkflow(value));
}

// Errors: the same value back, or issues that say where and what.
assert.equal(api.parseWorkflow(answer), answer);
assert.deepEqual(api.safeParseWorkflow(answer), { success: true, data: answer });
const wrong = { ...answer, steps: [{ $type: "imagegen" }], createdAt: "yesterday" };
const { success, issues } = api.safeParseWorkflow(wrong);
assert.equal(success, false);
assert.deepEqual(issues.map((issue) => issue.pointer).toSorted(), ["/createdAt", "/steps/0/$type"]);
assert.deepEqual(issues.find((issue) => issue.pointer !== "/createdAt").path, ["steps", 0, "$type"]);
assert.match(issues.map((issue) => issue.message).join(), /steps\[0\]\.\$type must be .*"imageGen"/);
assert.throws(
  () => api.parseWorkflow(wrong),
  (error) => error instanceof api.ValidationError && error instanceof Error && error.issues.length === 2,
);
const many = { ...answer, tags: Array.from({ length: 1000 }, () => 0) };
assert.equal(api.safeParseWorkflow(many).issues.length, 100);
assert.equal(api.safeParseWorkflow(many, { maxIssues: 3 }).issues.length, 3);
assert.deepEqual(await api.workflowSchema["~standard"].validate(answer), { value: answer });
assert.equal((await api.workflowSchema["~standard"].validate(wrong)).issues.length, 2);

// Steps apart: a tag, no tag, an unknown one.
const kind = (step) => api.matchStep(step, { tts: () => "speech", _: () => "rest" });
assert.deepEqual([{ $type: "tts" }, {}, { $type: "new" }, { $type: "toString" }].map(kind), [
  "speech",
  ...["rest", "rest", "rest"],
]);
assert.throws(() => api.matchStep({ $type: "new" }, { tts: () => 1 }), { name: "UnhandledStepError", type: "new" });
