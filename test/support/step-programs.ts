/**
 * What a program may say with the steps of the Civitai workflow, and what it may not: both as programs beside the emitted
 * modules, for compilers to judge.
 */
import { expect } from "vitest";
import { civitaiModel, civitaiSchema } from "../fixtures/civitai.js";
import { civitaiTypes } from "../fixtures/civitai-types.js";
import { folderOf, stepsDeclaration, stepsModule } from "./emitted.js";
import { markedPlaces, typeErrors, type TypeScript } from "./type-check.js";

const uses = `
import { imageGen, isStep, matchStep, tts, UnhandledStepError, workflow } from "./steps.js";
import type { ImageGenStep, ImageGenStepRequest, StepInput, StepType, TtsStep, UntaggedStep, VideoGenStep, WorkflowRequest, WorkflowStep, WorkflowStepRequest } from "./types.js";

interface MyInput { prompt: string }
interface MyNetwork { air: string; note?: string }
interface Deep { prompt: string | undefined; additionalNetworks: MyNetwork[]; extra: MyInput; more: MyInput[] }
class MyClass { prompt = "a"; seed?: number }
declare const mine: MyInput;
declare const deep: Deep;
declare const given: StepInput;
declare const networks: readonly { readonly air: string }[];
declare const maybe: string | undefined;
declare const answer: WorkflowStep;
declare const request: WorkflowStepRequest;
declare const some: ImageGenStep | VideoGenStep;

// Factories.
const image: ImageGenStepRequest = imageGen(mine);
imageGen(deep, { name: maybe });
imageGen(given);
imageGen(new MyClass());
imageGen({ prompt: maybe, extra: 1, nested: { deep: [mine] } }, undefined);
imageGen({ additionalNetworks: networks });
const sent: WorkflowRequest = workflow([image, tts(mine), { $type: "upscale", input: mine }], { tags: undefined });
workflow([request] as const, { callbackEvents: ["step:*"] });
workflow([image], { tags: ["a"], callbackEvents: ["step:*"] } as const);

// matchStep: what the handlers get and what comes out.
const all: "imageGen" | number = matchStep(some, { imageGen: (step) => step.$type, videoGen: () => 1 });
const rest: string | boolean = matchStep(answer, {
  imageGen: (step) => (step satisfies ImageGenStep).status ?? "",
  _: (step) => (step satisfies Exclude<WorkflowStep, ImageGenStep>).$type === undefined,
});
const any: WorkflowStep = matchStep(answer, { _: (step) => step });
const sentAny: WorkflowStepRequest = matchStep(request, { _: (step) => step });
const later: Promise<number> | Promise<string | undefined> = matchStep(request, {
  async tts(step) { return step.input.prompt; },
  _: async () => 1,
});
const everything: number = matchStep(some, { imageGen: () => 1, videoGen: () => 2, _: (step) => step.$type.length });
function generic<S extends ImageGenStep | VideoGenStep>(step: S): void { if (isStep(step, "imageGen")) step.$type satisfies "imageGen"; }

// isStep.
if (isStep(answer, "tts")) answer satisfies TtsStep;
else answer satisfies Exclude<WorkflowStep, TtsStep>;
const tag: string | undefined = ({} as UnhandledStepError).type;
export { all, any, everything, generic, later, rest, sent, sentAny, tag, type StepType, type UntaggedStep };
`;

const mistakes = `
import { imageGen, isStep, matchStep, workflow } from "./steps.js";
import type { ImageGenStep, VideoGenStep, WorkflowStep, WorkflowStepRequest } from "./types.js";
declare const mine: { prompt: string; width: string };
declare const later: Promise<{ prompt: string }>;
declare const answer: WorkflowStep;
declare const request: WorkflowStepRequest;
declare const some: ImageGenStep | VideoGenStep;

imageGen({ prompt: "a", /*!*/width: "1" });
imageGen({ additionalNetworks: [{ /*!*/air: 1 }] });
imageGen({ additionalNetworks: [{ /*!*/arr: "a" }] });
imageGen(/*!*/mine);
imageGen(/*!*/"a");
imageGen(/*!*/undefined);
/*!*/imageGen();
imageGen(/*!*/later);
imageGen(/*!*/[]);
imageGen(/*!*/new Map());
imageGen(/*!*/() => 1);
imageGen({}, { /*!*/nmae: "a" });
imageGen({}, { /*!*/$type: "tts" });
workflow([{ $type: "tts", input: { /*!*/width: "1" } }]);
workflow([{ $type: "tts", /*!*/nmae: "a", input: {} }]);
workflow([{ /*!*/$type: "no", input: {} }]);
workflow([], { /*!*/tag: [] });
matchStep(some, /*!*/{ imageGen: () => 1 });
matchStep(request, /*!*/{ imageGen: () => 1 });
matchStep(answer, /*!*/{ imageGen: () => 1 });
matchStep(some, { imageGen: () => 1, videoGen: () => 1, /*!*/tts: () => 1 });
matchStep(answer, { /*!*/imageGn: () => 1, _: () => 1 });
matchStep(request, { imageGen: (step) => step./*!*/status, _: () => 1 });
const /*!*/wrong: string = matchStep(some, { imageGen: () => "a", videoGen: () => 1 });
matchStep({ /*!*/$type: "no" }, { _: () => 1 });
isStep(answer, /*!*/"no");
type Hidden = import("./steps.js")./*!*/Acceptable<1>;
export { wrong, type Hidden };
`;

const { steps } = civitaiModel;

/** A folder with the emitted modules and both programs. */
export const stepPrograms = async (): Promise<string> =>
  folderOf({
    "types.d.ts": civitaiTypes,
    "steps.d.ts": await stepsDeclaration(civitaiSchema, steps),
    "steps.js": await stepsModule(steps),
    "uses.ts": uses,
    "mistakes.ts": mistakes,
  });

/** The compiler takes all of the first program, and in the second exactly what is marked is wrong. */
export async function expectDueErrors(folder: string, version: TypeScript): Promise<void> {
  const places = (await typeErrors(version, folder)).map((error) => error.replace(/ TS\d+$/, ""));
  expect(places).toEqual(markedPlaces("mistakes.ts", mistakes));
}
