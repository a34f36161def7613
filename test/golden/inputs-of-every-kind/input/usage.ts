import { ask, call, label, log, matchStep, ping, stop, wait, workflow, type Playbook } from "../expected/index.js";

interface Request {
  url: string;
  retries: number;
}
const request: Request = { url: "x:y", retries: 3 };

workflow([
  wait(5),
  log(),
  log("there", { level: "warn" }),
  label(["a"]),
  call(request),
  ask(null),
  ask({ question: "?" }),
  ping({ host: "a.example" }),
  stop(),
]);

// @ts-expect-error seconds are needed
wait();
// @ts-expect-error a host is needed
ping();
// @ts-expect-error a result is answered, not sent
call(request, { result: {} });

export const words = ({ tasks }: Playbook): string[] =>
  tasks.map((task) => matchStep(task, { wait: (step) => `${step.with}`, ask: (step) => step.with?.question ?? "", _: () => "" }));
