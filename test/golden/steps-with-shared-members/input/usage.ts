import { fail, matchStep, task, wait, workflow, type MachineRequest } from "../expected/index.js";

export const machine: MachineRequest = workflow([
  task({ run: "make" }, { id: "build", token: "12345678" }),
  wait({ seconds: 5 }, { id: "rest" }),
  fail({ id: "end", error: "nothing left to do" }),
]);

// @ts-expect-error a state has an id
task({ run: "make" });
// @ts-expect-error an error is what a failure has
wait({ seconds: 5 }, { id: "rest", error: "none" });

export const names = machine.states.map((state) =>
  matchStep(state, { task: (each) => each.with.run, wait: ({ id }) => id, fail: ({ id, error = id }) => error }),
);
