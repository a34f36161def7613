import { copy, matchStep, workflow, type Batch, type BatchRequest, type Task } from "../expected/index.js";

const request: BatchRequest = workflow([copy({ from: "a", to: undefined }, { note: "n", priority: 1 })], { queue: "q", token: "t" });
const owner: BatchRequest["owner"] = { name: "Ada", password: "p" };

// @ts-expect-error only the server says since when
const since: BatchRequest["owner"] = { name: "Ada", password: "p", since: "2024-01-01" };
// @ts-expect-error the state is the server's
copy({ from: "a" }, { state: "open" });
// @ts-expect-error a factory knows its tag
copy({ from: "a" }, { task: "move" });
// @ts-expect-error a request has steps with an input
const bare: BatchRequest = { queue: "q", tasks: [{ task: "copy" }] };

export function read(batch: Batch): unknown[] {
  // @ts-expect-error a token is never answered
  const { token } = batch;
  return [batch.retries.toFixed(), batch.owner?.since.length, token];
}

export const label = (task: Task): string =>
  matchStep(task, { copy: ({ input }) => input?.from ?? "", move: () => "", _: ({ task: none }) => String(none) });
// @ts-expect-error a task may have no tag
export const labelled = (task: Task): string => matchStep(task, { copy: () => "", move: () => "" });
export { bare, owner, request, since };
