/**
 * Every public name of civitai-workflow, used by its exact type: a name that is gone or has another type does not compile.
 */
import {
  audioGen,
  CALLBACK_EVENTS,
  comfy,
  formatIssues,
  imageGen,
  interpolate,
  isStep,
  isWorkflow,
  isWorkflowRequest,
  isWorkflowStep,
  isWorkflowStepRequest,
  matchStep,
  moderation,
  music,
  parseWorkflow,
  parseWorkflowRequest,
  parseWorkflowStep,
  parseWorkflowStepRequest,
  safeParseWorkflow,
  safeParseWorkflowRequest,
  safeParseWorkflowStep,
  safeParseWorkflowStepRequest,
  STEP_TYPES,
  textGen,
  training,
  transcribe,
  tts,
  UnhandledStepError,
  upscale,
  ValidationError,
  videoGen,
  workflow,
  WORKFLOW_STATUSES,
  workflowRequestSchema,
  workflowSchema,
  workflowStepRequestSchema,
  workflowStepSchema,
} from "civitai-workflow";
import type {
  AdditionalNetwork,
  AudioGenStep,
  AudioGenStepRequest,
  CallbackEvent,
  ComfyStep,
  ComfyStepRequest,
  ImageGenStep,
  ImageGenStepRequest,
  InterpolateStep,
  InterpolateStepRequest,
  Issue,
  Job,
  JobBlob,
  JobResult,
  ModerationStep,
  ModerationStepRequest,
  MusicStep,
  MusicStepRequest,
  ParseOptions,
  SafeParseResult,
  StandardSchema,
  StepInput,
  StepOptions,
  StepType,
  TextGenStep,
  TextGenStepRequest,
  TrainingStep,
  TrainingStepRequest,
  TranscribeStep,
  TranscribeStepRequest,
  TtsStep,
  TtsStepRequest,
  UntaggedStep,
  UpscaleStep,
  UpscaleStepRequest,
  VideoGenStep,
  VideoGenStepRequest,
  Workflow,
  WorkflowCost,
  WorkflowOptions,
  WorkflowRequest,
  WorkflowStatus,
  WorkflowStep,
  WorkflowStepRequest,
} from "civitai-workflow";

/** Same type, not only assignable both ways: `any` equals nothing but itself. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Each element of the list must be `true`. */
export type All<T extends readonly true[]> = T;
type Guard<T> = (value: unknown) => value is T;
type Parse<T> = (value: unknown, options?: ParseOptions) => T;
type Tag<S extends { $type: StepType }> = S["$type"];
type Factory<S> = (input: StepInput, options?: StepOptions) => S;

/** One factory a step type. */
export const factories = {
  ...{ imageGen, videoGen, audioGen, textGen, transcribe, tts },
  ...{ music, upscale, interpolate, training, comfy, moderation },
} satisfies { [S in WorkflowStepRequest as Tag<S>]: Factory<S> };

/** Each returns its own request. */
export type Made = All<
  [
    Same<
      { [T in keyof typeof factories]: ReturnType<(typeof factories)[T]> },
      { [S in WorkflowStepRequest as Tag<S>]: S }
    >,
    Same<ReturnType<typeof workflow>, WorkflowRequest>,
  ]
>;
export const built: (steps: readonly WorkflowStepRequest[], options?: WorkflowOptions) => WorkflowRequest = workflow;
export const told: (step: WorkflowStep) => boolean = (step) => isStep(step, "tts") && step.$type === "tts";
export const matched: (step: WorkflowStep) => number = (step) => matchStep(step, { _: () => 1 });

/** Four ways to ask, of four types. */
export type Validators = All<
  [
    Same<typeof isWorkflow, Guard<Workflow>>,
    Same<typeof isWorkflowRequest, Guard<WorkflowRequest>>,
    Same<typeof isWorkflowStep, Guard<WorkflowStep>>,
    Same<typeof isWorkflowStepRequest, Guard<WorkflowStepRequest>>,
    Same<typeof parseWorkflow, Parse<Workflow>>,
    Same<typeof parseWorkflowRequest, Parse<WorkflowRequest>>,
    Same<typeof parseWorkflowStep, Parse<WorkflowStep>>,
    Same<typeof parseWorkflowStepRequest, Parse<WorkflowStepRequest>>,
    Same<typeof safeParseWorkflow, Parse<SafeParseResult<Workflow>>>,
    Same<typeof safeParseWorkflowRequest, Parse<SafeParseResult<WorkflowRequest>>>,
    Same<typeof safeParseWorkflowStep, Parse<SafeParseResult<WorkflowStep>>>,
    Same<typeof safeParseWorkflowStepRequest, Parse<SafeParseResult<WorkflowStepRequest>>>,
    Same<typeof formatIssues, (issues: readonly Pick<Issue, "message">[]) => string>,
    Same<typeof workflowSchema, StandardSchema<Workflow>>,
    Same<typeof workflowRequestSchema, StandardSchema<WorkflowRequest>>,
    Same<typeof workflowStepSchema, StandardSchema<WorkflowStep>>,
    Same<typeof workflowStepRequestSchema, StandardSchema<WorkflowStepRequest>>,
  ]
>;
export const errors: [new (issues: readonly Issue[]) => Error, new (tag: string, type: string) => Error] = [
  ValidationError,
  UnhandledStepError,
];
export type Fields = All<
  [
    Same<ValidationError["issues" | "cause"], readonly Issue[]>,
    Same<Issue["path"], (string | number)[]>,
    Same<Issue["pointer" | "message" | "keyword"], string>,
    Same<keyof Issue, "path" | "pointer" | "message" | "keyword" | "expected" | "received">,
    Same<UnhandledStepError["type"], string | undefined>,
  ]
>;

export type Constants = All<
  [
    Same<(typeof STEP_TYPES)[number], StepType>,
    Same<(typeof WORKFLOW_STATUSES)[number], WorkflowStatus>,
    Same<(typeof CALLBACK_EVENTS)[number], CallbackEvent>,
    Same<(typeof STEP_TYPES)["length"], 12>,
  ]
>;

export type Unions = All<
  [
    Same<
      WorkflowStep,
      | ImageGenStep
      | VideoGenStep
      | AudioGenStep
      | TextGenStep
      | TranscribeStep
      | TtsStep
      | MusicStep
      | UpscaleStep
      | InterpolateStep
      | TrainingStep
      | ComfyStep
      | ModerationStep
      | UntaggedStep
    >,
    Same<
      WorkflowStepRequest,
      | ImageGenStepRequest
      | VideoGenStepRequest
      | AudioGenStepRequest
      | TextGenStepRequest
      | TranscribeStepRequest
      | TtsStepRequest
      | MusicStepRequest
      | UpscaleStepRequest
      | InterpolateStepRequest
      | TrainingStepRequest
      | ComfyStepRequest
      | ModerationStepRequest
    >,
    Same<Tag<WorkflowStepRequest>, StepType>,
  ]
>;

/** What holds what, from the workflow down to a blob. */
export type Parts = All<
  [
    Same<Workflow["status"], WorkflowStatus>,
    Same<NonNullable<Workflow["cost"]>, WorkflowCost>,
    Same<NonNullable<Workflow["steps"]>[number], WorkflowStep>,
    Same<WorkflowRequest["steps"][number], WorkflowStepRequest>,
    Same<NonNullable<WorkflowRequest["callbackEvents"]>[number], CallbackEvent>,
    Same<NonNullable<ImageGenStep["jobs"]>[number], Job>,
    Same<NonNullable<Job["result"]>, JobResult>,
    Same<NonNullable<JobResult["blobs"]>[number], JobBlob>,
    Same<ImageGenStepRequest["input"], StepInput>,
    Same<NonNullable<StepInput["additionalNetworks"]>[number], AdditionalNetwork>,
    Same<keyof StepOptions, "name">,
    Same<keyof WorkflowOptions, "tags" | "callbackUrl" | "callbackEvents" | "detailed">,
    Same<keyof WorkflowRequest, "steps" | keyof WorkflowOptions>,
    Same<UntaggedStep["$type"], undefined>,
  ]
>;
