import { build, isStep, matchStep, notify, publish, workflow, type Release, type ReleaseRequest } from "../expected/index.js";

const request: ReleaseRequest = workflow(
  [
    build({ glob: "src/**" }, { name: "compile", timeout: 5 }),
    publish({ glob: "dist/**" }, { name: "upload" }),
    notify("done", { name: "tell", retries: 2, timeout: 1 }),
  ],
  { labels: ["stable"] },
);

// @ts-expect-error a step has a name
build({ glob: "src/**" });
// @ts-expect-error a name is a text
build({ glob: "src/**" }, { name: 1 });
// @ts-expect-error only a notice is sent again
publish({ glob: "dist/**" }, { name: "upload", retries: 2 });
// @ts-expect-error the server assigns the id
workflow([], { id: "1" });

export function names(release: Release): readonly string[] {
  const [first] = release.steps;
  if (first && isStep(first, "notify")) return [`${first.name} ${first.retries ?? 0}`];
  return release.steps.map((step) =>
    matchStep(step, {
      build: ({ name, timeout = 0 }) => `${name} ${timeout}`,
      publish: ({ name, with: { glob } }) => `${name} ${glob}`,
      notify: ({ name, retries = 0 }) => `${name} ${retries}`,
    }),
  );
}

export const sent = request.steps.length;
