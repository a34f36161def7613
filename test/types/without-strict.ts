/** A program that compiles without `strict`, too, where a parameter without a type is `any` and null is of every type. */
import {
  imageGen,
  isStep,
  matchStep,
  safeParseWorkflow,
  type ImageGenStep,
  type WorkflowStep,
  type WorkflowStepRequest,
} from "civitai-workflow";

export const name: string | undefined = matchStep(imageGen({}), { imageGen: (step) => step.name });

export function number(step: WorkflowStepRequest): number | string | undefined {
  return matchStep(step, {
    ...{ videoGen: () => 1, audioGen: () => 2, textGen: () => 3, transcribe: () => 4, tts: () => 5 },
    ...{ music: () => 6, upscale: () => 7, interpolate: () => 8, training: () => 9, comfy: () => 10 },
    imageGen: (image) => image.name,
    moderation: () => 12,
  });
}

export function report(value: unknown): string {
  const { success, data, issues } = safeParseWorkflow(value);
  if (!success) return issues.map(({ message }) => message).join("; ");
  const kinds = (data.steps ?? []).map((step: WorkflowStep) =>
    matchStep(step, { imageGen: ({ jobs = [] }) => `${jobs.length} images`, _: ({ $type }) => $type ?? "a step" }),
  );
  return kinds.join(", ");
}

type Same<A, B> = (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;

/** A step without a tag is none that `isStep` tells, though `never` is taken for any tag. */
export function toldApart(step: WorkflowStep): boolean {
  if (!isStep(step, "imageGen")) return false;
  const image: Same<typeof step, ImageGenStep> = true;
  return image;
}
