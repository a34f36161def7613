/** Each module of civitai-workflow by its own address. */
import { STEP_TYPES } from "civitai-workflow/constants";
import { imageGen } from "civitai-workflow/steps";
import type { StepType, WorkflowStepRequest } from "civitai-workflow/types";
import { isWorkflowStepRequest, type Issue } from "civitai-workflow/validators";
import manifest from "civitai-workflow/package.json" with { type: "json" };
import schema from "civitai-workflow/schema.json" with { type: "json" };

export const first: StepType = STEP_TYPES[0];
export const step: WorkflowStepRequest = imageGen({ prompt: "a fox" });
export const isStep: boolean = isWorkflowStepRequest(step);
export const pointer = ({ pointer }: Issue): string => pointer;
export const words: string[] = [manifest.name, schema.title];
