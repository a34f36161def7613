import { aB, constructor, delete_, hasOwnProperty, isJob, isStep, matchStep, proto, rocket, workflow, WORDS, type Task, type Word } from "../expected/index.js";

const steps: Task[] = [proto({ constructor: "x", ["__proto__"]: 1 }), constructor({ constructor: true }), delete_(), hasOwnProperty(), aB(), rocket()];
const job = workflow(steps, { constructor: "🚀", "a-b": "/", ["__proto__"]: { constructor: 1 } });
const words: readonly Word[] = WORDS;

// @ts-expect-error a text is needed
proto({ constructor: 5 });
// @ts-expect-error there is no such word
workflow([], { constructor: "no" });

export const names = steps.map((step) => matchStep(step, { ["__proto__"]: (found) => found["__proto__"].constructor, "</script>": () => "", _: () => "" }));
export const isRocket = (step: Task): boolean => isStep(step, "🚀");
export { isJob, job, words };
