import {
  isStep,
  mail,
  matchStep,
  render,
  stepRef,
  workflow,
  type Job,
  type JobTemplate,
  type Scene,
  type Target,
} from "../expected/index.js";

const scene: Scene = { form: "drawing", width: 800 };
const still = render({ scene, seed: 1, target: { medium: "hdd", path: "/a", label: "A" } }, { name: "still" });
const film = render({ scene: { form: "film", seconds: stepRef("count", "output.seconds") } }, { name: "film" });
const sent = mail({
  to: { street: stepRef("find", "output.street"), city: "Bern" },
  attach: [stepRef(still, "output.images[0].url"), "a.png"],
  after: [film, { kind: "mail", name: stepRef("name", "output.text"), input: stepRef("again", "output.input") }],
});
const request: JobTemplate = workflow([still, film, sent], { deliverTo: { street: "Main" } });

// @ts-expect-error a job is delivered to an address, not to what a step will have made
workflow([], { deliverTo: { street: stepRef("find", "output.street") } });
// @ts-expect-error a step has its name at once
render({ scene }, { name: stepRef("find", "output.name") });
// @ts-expect-error a still has no seconds
render({ scene: { form: "photo", seconds: 1 } });
// @ts-expect-error a form is no reference: it says what comes with it
render({ scene: { form: stepRef("find", "output.form") } });
// @ts-expect-error nor is a medium
render({ scene, target: { medium: stepRef("find", "output.medium") } });
// @ts-expect-error a mail has no output
stepRef(sent, "output.images");

export function sizeOf(given: Scene): unknown {
  return given.form === "film" ? given.seconds : given.width;
}
export function placeOf(target: Target): unknown {
  return target.medium === "tape" ? target.reel : "path" in target ? target.path : undefined;
}

export function links(job: Job): readonly string[] {
  return job.steps.flatMap((step) =>
    matchStep(step, {
      render: ({ output }) => output?.images?.map(({ url }) => url) ?? [],
      mail: ({ sentAt = "" }) => [sentAt],
      _: () => [],
    }),
  );
}

export function short(job: Job): readonly unknown[] {
  // @ts-expect-error an answer may have steps of a kind that is newer than the package
  return job.steps.map((step) => matchStep(step, { render: () => 1, mail: () => 2 }));
}

export const names = request.steps.map((step) =>
  matchStep(step, {
    render: ({ name = "a picture" }) => name,
    mail: ({ input }) => ("path" in input.to ? input.to.path : input.to.street),
  }),
);
export const first = request.steps.filter((step) => isStep(step, "mail")).length;
