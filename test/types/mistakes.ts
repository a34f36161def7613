/**
 * What a program with civitai-workflow may say, and what does not compile: each mistake has its `@ts-expect-error`, which is
 * itself an error as soon as the mistake compiles.
 */
import {
  imageGen,
  isStep,
  isWorkflow,
  matchStep,
  safeParseWorkflow,
  upscale,
  workflow,
  type AdditionalNetwork,
  type ImageGenStep,
  type Job,
  type StepInput,
  type StepType,
  type UntaggedStep,
  type Workflow,
  type WorkflowRequest,
  type WorkflowStep,
  type WorkflowStepRequest,
} from "civitai-workflow";

export function requestLiterals(): WorkflowRequest[] {
  return [
    { steps: [{ $type: "imageGen", name: "hero", input: { prompt: "a fox", fps: 24 } }], detailed: true },
    // @ts-expect-error a request has steps
    { tags: [] },
    // @ts-expect-error a typo in the workflow
    { steps: [], tgas: ["a"] },
    // @ts-expect-error a typo in a step
    { steps: [{ $type: "imageGen", nmae: "hero", input: {} }] },
    // @ts-expect-error a typo in a closed object inside an open one
    { steps: [{ $type: "imageGen", input: { additionalNetworks: [{ air: "urn:air", strenght: 1 }] } }] },
    // @ts-expect-error a tag the schema does not list
    { steps: [{ $type: "imagegen", input: {} }] },
    // @ts-expect-error a step to send has a tag
    { steps: [{ input: {} }] },
    // @ts-expect-error a step to send has an input
    { steps: [{ $type: "imageGen" }] },
    // @ts-expect-error the server assigns the id
    { id: "wf_1", steps: [] },
    // @ts-expect-error the server assigns a step's status
    { steps: [{ $type: "imageGen", status: "succeeded", input: {} }] },
    // @ts-expect-error no event of this name
    { steps: [], callbackEvents: ["workflow:done"] },
  ];
}

interface OwnInput {
  prompt: string;
  width?: number | undefined;
  loras?: string[];
}

export function factories(own: OwnInput, networks: readonly AdditionalNetwork[]): WorkflowRequest {
  imageGen(own, { name: "hero" });
  imageGen({ prompt: "a fox", width: undefined, additionalNetworks: networks }, { name: undefined });
  // @ts-expect-error a width is a number
  imageGen({ width: "1024" });
  // @ts-expect-error an input is there
  imageGen();
  // @ts-expect-error a typo in the options
  imageGen({}, { nmae: "hero" });
  // @ts-expect-error the tag is the factory's own
  imageGen({}, { $type: "videoGen" });
  // @ts-expect-error a step is no workflow
  workflow(imageGen({}));
  // @ts-expect-error a typo in the options
  workflow([], { tag: ["a"] });
  // @ts-expect-error `detailed` is a boolean
  workflow([], { detailed: "yes" });
  // @ts-expect-error a workflow is made of steps
  workflow([{ prompt: "a fox" }]);
  return workflow([imageGen(own), upscale({ scale: 2 })], { tags: ["a"] });
}

export function narrowing(step: WorkflowStep): StepInput | undefined {
  if (step.$type === "imageGen") {
    const image: ImageGenStep = step;
    // @ts-expect-error it is an image by now
    const rest: UntaggedStep = step;
    return (image ?? rest).input;
  }
  if (isStep(step, "upscale")) {
    // @ts-expect-error it is the `upscale` step by now
    if (step.$type === "tts") return undefined;
    return step.input;
  }
  const rest: UntaggedStep | undefined = step.$type === undefined ? step : undefined;
  return (rest ?? step).input;
}

export function unknownTags(step: WorkflowStep): boolean[] {
  // @ts-expect-error no step type of this name
  const compared = step.$type === "image";
  // @ts-expect-error nor here
  const told = isStep(step, "image");
  return [compared, told];
}

/** With several tags, what is none of them may still be any step. */
export function severalTags(request: WorkflowRequest, hidden: StepType, media: "imageGen" | "videoGen"): unknown[] {
  const shown = request.steps.filter((step) => !isStep(step, hidden));
  const images = request.steps.filter((step) => !isStep(step, media) && step.$type === "imageGen");
  for (const step of request.steps) {
    if (isStep(step, media)) {
      const tag: "imageGen" | "videoGen" = step.$type;
      images.push({ ...step, $type: tag });
    } else {
      // @ts-expect-error it may be an image's
      const tag: Exclude<StepType, "imageGen"> = step.$type;
      images.push({ ...step, $type: tag });
    }
  }
  return [...shown.map((step) => step.input.prompt), ...images];
}

/** What is known to be one of several is a step like others; a part of a step that has its tag can be told apart, too. */
export function pickedSteps(steps: readonly WorkflowStep[], media: "imageGen" | "videoGen"): (string | undefined)[] {
  type Row = Pick<WorkflowStep, "$type" | "name">;
  const rows: readonly Row[] = steps;
  const found = steps.flatMap((step) => (isStep(step, media) ? [step] : []));
  found.push(...steps.flatMap((step) => (isStep(step, "imageGen") ? [step] : [])));
  // @ts-expect-error it may be a video
  const images: ImageGenStep[] = found;
  return [...found, ...images, ...rows.flatMap((row) => (isStep(row, media) ? [row] : []))].map(({ name }) => name);
}

/** The tag is all that is looked at: lists may be readonly. */
export function readonlySteps(): unknown[] {
  const steps = [
    { $type: "imageGen", input: { additionalNetworks: [{ air: "urn:air" }] } },
    { $type: "tts", input: {} },
  ] as const;
  // @ts-expect-error tts is missing
  steps.map((step) => matchStep(step, { imageGen: () => 1 }));
  return [
    ...steps.filter((step) => isStep(step, "tts")),
    ...steps.map((step) => matchStep(step, { imageGen: ({ input }) => input.additionalNetworks[0], tts: () => 2 })),
    ...workflow(steps).steps,
  ];
}

export function matching(answer: WorkflowStep, request: WorkflowStepRequest): (number | string)[] {
  const all = {
    imageGen: () => 1,
    videoGen: () => 2,
    audioGen: () => 3,
    textGen: () => 4,
    transcribe: () => 5,
    tts: () => 6,
    music: () => 7,
    upscale: () => 8,
    interpolate: () => 9,
    training: () => 10,
    comfy: () => 11,
  };
  const twelve: number = matchStep(request, { ...all, moderation: () => 12 });
  const thirteen: number = matchStep(answer, { ...all, moderation: () => 12, _: () => 13 });
  const rest: number | string = matchStep(answer, { imageGen: ({ $type }) => $type, _: () => 0 });
  const jobs: Job[] = matchStep(answer, { imageGen: (step: ImageGenStep) => step.jobs ?? [], _: () => [] });
  class Handlers {
    imageGen(step: ImageGenStep): number {
      return step.jobs?.length ?? 0;
    }
    _(): string {
      return "the rest";
    }
  }
  const counted: number | string = matchStep(answer, new Handlers());
  // @ts-expect-error moderation is missing
  matchStep(request, { ...all });
  // @ts-expect-error a step that was answered may have no tag
  matchStep(answer, { ...all, moderation: () => 12 });
  // @ts-expect-error no step type of this name
  matchStep(request, { ...all, moderation: () => 12, moderatoin: () => 12 });
  // @ts-expect-error it returns what the handlers return
  const text: string = matchStep(request, { _: () => 0 });
  return [twelve, thirteen, rest, jobs.length, counted, text];
}

export function validating(value: unknown): Workflow | string {
  // @ts-expect-error nothing is known yet
  if (value.id) return "";
  if (isWorkflow(value)) return value.status === "succeeded" ? value.id : value;
  const result = safeParseWorkflow(value, { maxIssues: 1 });
  // @ts-expect-error it may have failed
  const unchecked: Workflow = result.data;
  if (result.success) return unchecked ?? result.data;
  return result.issues.map(({ path, pointer, message }) => `${path.length} ${pointer} ${message}`).join("\n");
}

/** What `isStep` narrows to can be written down in a declaration. */
export const isMedia = (step: WorkflowStep, type: "imageGen" | "videoGen") => isStep(step, type);
export const mediaIn = (steps: readonly WorkflowStep[], type: StepType) => steps.filter((step) => isStep(step, type));
export const ofType = <T extends StepType>(step: WorkflowStep, type: T) => isStep(step, type);
