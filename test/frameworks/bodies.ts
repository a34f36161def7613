/** What is sent to the examples of the guide, and what they say of it. */
import { imageGen, workflow } from "civitai-workflow";

export const request = workflow([imageGen({ engine: "sdxl", prompt: "a lighthouse", width: 1024 })]);

export const wrong = {
  steps: [
    { $type: "imagegen", input: {} },
    { $type: "tts", input: { width: "1024" } },
  ],
};
export const wrongTag =
  'steps[0].$type must be one of "imageGen", "videoGen", "audioGen", "textGen", "transcribe", "tts", "music", "upscale", ' +
  '"interpolate", "training", "comfy", "moderation", got "imagegen" (string); did you mean "imageGen"?';
export const wrongWidth = 'steps[1].input.width must be an integer, got "1024" (string)';

export const answer = { id: "wf_1", status: "succeeded", steps: [{ $type: "imageGen", jobs: [] }, { $type: "tts" }] };

export const post = (url: string, body: string, signal?: AbortSignal): Promise<Response> =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body, signal: signal ?? null });
