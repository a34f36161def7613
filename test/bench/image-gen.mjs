/**
 * The guard of the official document's `imageGen` step on the publisher's own steps: microseconds a step, beside JSON.parse of
 * the same text. Undefined where the document is not there.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { rootFolder, workFolder } from "./folders.mjs";
import { median } from "./statistics.mjs";

const real = path.join(rootFolder, "../shared/real");
const rounds = 21;

export async function measureImageGen() {
  if (!existsSync(real)) return undefined;
  const out = path.join(workFolder, "official");
  const contract = path.join(rootFolder, "schemas/civitai-orchestration.contract.json");
  const document = path.join(real, "civitai-orchestration-openapi.json");
  const command = path.join(rootFolder, "dist/cli.js");
  execFileSync(process.execPath, [command, "generate", contract, "--schema", document, "--out", out], {
    cwd: rootFolder,
    stdio: "pipe",
  });
  const { isImageGenStepTemplate, parseImageGenStepTemplate } = await import(path.join(out, "validators/imageGen.js"));
  const texts = ["steps", "requests"]
    .flatMap((kind) => readdirSync(path.join(real, kind)).map((file) => path.join(real, kind, file)))
    .flatMap((file) => stepsIn(JSON.parse(readFileSync(file, "utf8"))))
    .filter((step) => isImageGenStepTemplate(step))
    .map((step) => JSON.stringify(step));
  const steps = texts.map((text) => JSON.parse(text));
  const trials = {
    guard: () => steps.forEach((step) => isImageGenStepTemplate(step)),
    parse: () => steps.forEach((step) => parseImageGenStepTemplate(step)),
    "JSON.parse": () => texts.forEach((text) => JSON.parse(text)),
  };
  const times = Object.fromEntries(Object.keys(trials).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, run] of Object.entries(trials)) times[name].push(time(run) / steps.length);
  return {
    steps: steps.length,
    microseconds: Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)])),
  };
}

const stepsIn = (body) => [body, ...(Array.isArray(body?.steps) ? body.steps : [])];

function time(run) {
  const times = 200;
  const start = performance.now();
  for (let index = 0; index < times; index++) run();
  return ((performance.now() - start) * 1000) / times;
}
