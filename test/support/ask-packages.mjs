/**
 * A program of its own, so that plain Node imports the packages: on stdin entry types and values for some packages, on
 * stdout what each package exports and how it answers. See `packages.ts`.
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const requests = JSON.parse(readFileSync(0, "utf8"));
const answers = [];
for (const { index, questions } of requests) {
  const exported = await import(pathToFileURL(index).href).catch((error) => ({ [`${error}`]: undefined }));
  answers.push({
    exports: Object.keys(exported),
    verdicts: questions.map(({ entry, value }) => attempt(() => verdict(exported, entry, value))),
  });
}
process.stdout.write(JSON.stringify(answers));

function verdict(exported, entry, value) {
  const schema = exported[`${entry[0].toLowerCase()}${entry.slice(1)}Schema`];
  const safe = exported[`safeParse${entry}`](value);
  const standard = schema["~standard"].validate(value);
  return {
    guard: exported[`is${entry}`](value),
    safeParse: safe.success,
    parse: takes(() => exported[`parse${entry}`](value), exported.ValidationError),
    standard: standard.issues === undefined,
    ...(safe.success && { sameValue: safe.data === value }),
    messages: safe.success ? [] : safe.issues.map(({ pointer, message }) => `${pointer}: ${message}`),
  };
}

function takes(parse, ValidationError) {
  try {
    parse();
    return true;
  } catch (error) {
    if (error instanceof ValidationError) return false;
    throw error;
  }
}

/** An answer that fails is an answer, so that one broken function does not hide the others. */
function attempt(answer) {
  try {
    return answer();
  } catch (error) {
    return { messages: [String(error.stack)] };
  }
}
