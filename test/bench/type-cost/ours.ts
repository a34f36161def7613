/** A request with one image step, and the images of an answer: with the package. */
import { imageGen, isStep, workflow, type Workflow } from "civitai-orchestration";

const step = imageGen({
  engine: "flux2",
  model: "klein",
  operation: "createImage",
  modelVersion: "4b",
  prompt: "a lighthouse",
});
export const request = workflow([step], { tags: ["demo"], currencies: [] });

export const urls = ({ steps }: Workflow): unknown[] =>
  steps.flatMap((step) => (isStep(step, "imageGen") ? (step.output?.images ?? []) : [])).map(({ url }) => url);
