import { isData, parallel, run, when, workflow, type Data, type PipelineStep } from "../expected/index.js";

const data: Data = { a: [1, "b", { c: [true] }] };
const nested: PipelineStep = parallel({ steps: [run({ command: "x", data }), parallel({ steps: [] })] });
workflow([when({ condition: { not: { all: [true, { not: false }] } }, then: nested })], { after: workflow([]) });

// @ts-expect-error null is no data
const nothing: Data = { a: [null] };
// @ts-expect-error a list of conditions
when({ condition: { all: true }, then: nested });

export function depth(step: PipelineStep): number {
  return step.type === "parallel" ? 1 + Math.max(0, ...step.with.steps.map(depth)) : 0;
}
export const answers = [nothing, isData(data)];
