/** A program that refers to the outputs of steps; an error is due at each mark. */
export const programWithReferences = `import { composeMedia, imageGen, imageUpscaler, stepRef, textToSpeech, videoGen, workflow } from "civitai-orchestration";
import type { ImageGenStepTemplate, StepReference, WorkflowTemplate } from "civitai-orchestration";

const hero: ImageGenStepTemplate = imageGen(
  { engine: "flux2", model: "klein", operation: "createImage", modelVersion: "4b", prompt: "a lighthouse" },
  { name: "hero" },
);
const url: StepReference = stepRef(hero, "output.images[0].url");
const width = stepRef(hero, "output.images[0].width");
const images = stepRef(hero, "output.images");
const byName = stepRef("earlier", "output.whatever");
/*!*/stepRef(hero, "output.images[0].nope");
/*!*/stepRef(hero, "input.prompt");
/*!*/stepRef(hero);

const voice = textToSpeech({ text: byName, speaker: "vivian", xVectorOnlyMode: false });
const submission: WorkflowTemplate = workflow([
  hero,
  imageGen({ engine: "flux2", model: "klein", operation: "editImage", modelVersion: "4b", prompt: byName, images: [url], width, height: width }),
  imageGen({ engine: "flux2", model: "klein", operation: "editImage", modelVersion: "4b", prompt: "x", images }),
  imageUpscaler({ image: url }),
]);
imageGen({ engine: "flux2", model: "klein", operation: "createImage", modelVersion: byName, prompt: "x" });
imageGen({ /*!*/engine: byName, model: "klein", operation: "createImage", modelVersion: "4b", prompt: "x" });
imageUpscaler({ image: { $ref: "hero", path: "output.images[0].url" } });
imageUpscaler({ image: { $ref: "hero", /*!*/path: 7 } });
imageUpscaler({ image: url, /*!*/nope: url });
export { composeMedia, submission, videoGen, voice };
`;
