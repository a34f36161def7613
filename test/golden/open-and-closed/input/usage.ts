import type { Answer, Closed, Deployment, Labels, Limits, Open, Silent } from "../expected/index.js";

const open: Open = { a: "", anything: [] };
const labels: Labels = { one: "two" };
const limits: Limits = { unit: "MB", memory: 5 };
const anything: Deployment = { service: "web", anything: { a: 1 }, headers: { "x-a": "b" }, nothing: {} };

// @ts-expect-error a typo is an error where the schema says nothing
const silent: Silent = { b: 1 };
// @ts-expect-error and where it is closed
const closed: Closed = { b: 1 };
// @ts-expect-error a label is a text
const numbers: Labels = { one: 2 };
// @ts-expect-error a limit is a number
const words: Limits = { unit: "MB", memory: true };
// @ts-expect-error nothing is nothing
const something: Deployment = { service: "web", nothing: { a: 1 } };

export const text = (answer: Answer): string | undefined =>
  answer.outcome !== undefined && "text" in answer.outcome ? answer.outcome.text : answer.labels["one"];
export { anything, closed, labels, limits, numbers, open, silent, something, words };
