/** The same with the published client: it has no union of inputs or steps, so that types are named and answers cast. */
import type {
  Flux2KleinCreateImageInput,
  ImageGenStep,
  ImageGenStepTemplate,
  Workflow,
  WorkflowTemplate,
} from "@civitai/client";

const input: Flux2KleinCreateImageInput = {
  engine: "flux2",
  model: "klein",
  operation: "createImage",
  modelVersion: "4b",
  prompt: "a lighthouse",
};
const step: ImageGenStepTemplate = { $type: "imageGen", input };
export const request: WorkflowTemplate = { steps: [step], tags: ["demo"], currencies: [] };

export const urls = ({ steps }: Workflow): unknown[] =>
  steps
    .flatMap((step) => (step.$type === "imageGen" ? ((step as ImageGenStep).output?.images ?? []) : []))
    .map(({ url }) => url);
