/**
 * In: prepared peers and a number of rounds, as JSON. Out: for each size, kind and peer the nanoseconds a document took, one
 * sample a round. All peers take turns in every round, in one order and then in the other.
 */
import { documentText, kinds, sizes } from "./documents.mjs";

const { peers, rounds } = JSON.parse(process.argv[2]);
const batchNanoseconds = 2.5e6;
const warmUpNanoseconds = 2.5e7;
const copies = 8;

const loaded = [];
for (const { name, guard, validate } of peers) {
  loaded.push({ name, how: "guard", run: (await import(guard)).isWorkflow });
  if (validate) loaded.push({ name, how: "validate", run: (await import(validate)).validate });
}

const samples = [];
for (const size of sizes) {
  const trials = kinds.flatMap((kind) => {
    const documents = Array.from({ length: copies }, (_, seed) => JSON.parse(documentText(size, kind, seed)));
    return loaded.map(({ name, how, run }) => ({ size, kind, name, how, run, documents, times: [] }));
  });
  for (const trial of trials) trial.count = calibrate(trial);
  for (let round = 0; round < rounds; round++) {
    for (const trial of round % 2 === 0 ? trials : trials.toReversed()) trial.times.push(time(trial, trial.count));
  }
  samples.push(...trials.map(({ size, kind, name, how, times }) => ({ size, kind, name, how, times })));
}
process.stdout.write(JSON.stringify(samples));

/** Runs until the code is compiled; how often it then runs in one sample. */
function calibrate(trial) {
  let spent = 0;
  let each = 0;
  for (let count = 1; spent < warmUpNanoseconds; count *= 2) {
    each = time(trial, count);
    spent += each * count;
  }
  return Math.max(1, Math.round(batchNanoseconds / each));
}

/** Nanoseconds of this process a document, so that other processes do not count. Throws where an answer is not what the kind of document asks for. */
function time({ run, documents, kind, name }, count) {
  let accepted = 0;
  const start = process.cpuUsage();
  for (let index = 0; index < count; index++) if (run(documents[index % copies]) === true) accepted++;
  const { user, system } = process.cpuUsage(start);
  if (accepted !== (kind === "valid" ? count : 0)) throw new Error(`${name}: a wrong verdict on a ${kind} document`);
  return Math.max(1, (user + system) * 1000) / count;
}
