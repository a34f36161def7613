/**
 * A package's modules, the functions for formats and a table of values in; what each of them answers, as one JSON text, out.
 * Nothing but the language itself is used, so that it runs the same in any runtime.
 */
export async function probe({ api, parts, schema }, formats, { bodies, texts, numbers }) {
  const values = [...bodies, ...noJson];
  const answers = {
    exports: Object.fromEntries(Object.entries(parts).map(([part, module]) => [part, Object.keys(module)])),
    schema: schema.title,
    constants: Object.entries(api).filter(([, each]) => Array.isArray(each) && Object.isFrozen(each)),
    entries: await Promise.all(
      entriesOf(api).map(async (entry) => [
        entry,
        await Promise.all(values.map((value) => verdictOf(api, entry, value))),
      ]),
    ),
    factories: api.STEP_TYPES.map((type) => outcomeOf(api, () => api[type]({ prompt: type, no: undefined }))),
    workflow: outcomeOf(api, () => api.workflow([api.imageGen({ prompt: "a fox" }, { name: "a" })], { tags: ["a"] })),
    steps: values.map((value) => stepOf(api, value)),
    formats: Object.entries(formats).map(([name, isValid]) => [
      name,
      [...texts, ...numbers.map(Number)].map((value) => (outcomeOf(api, () => isValid(value)).value ? 1 : 0)).join(""),
    ]),
  };
  return JSON.stringify(answers);
}

const noJson = [
  undefined,
  Number.NaN,
  -0,
  1n,
  () => 1,
  Symbol("a"),
  new Date(0),
  new Map(),
  Object.create({ id: "a" }),
];

/** The names behind isX, parseX, safeParseX and xSchema. */
const entriesOf = (api) => Object.keys(api).flatMap((name) => (name.startsWith("safeParse") ? name.slice(9) : []));

async function verdictOf(api, entry, value) {
  const schema = api[`${entry.charAt(0).toLowerCase()}${entry.slice(1)}Schema`];
  const safe = api[`safeParse${entry}`](value);
  const standard = await schema["~standard"].validate(value);
  return {
    guard: api[`is${entry}`](value),
    safe: safe.success ? safe.data === value : safe.issues,
    one: api[`safeParse${entry}`](value, { maxIssues: 1 }).issues?.length,
    parse: outcomeOf(api, () => api[`parse${entry}`](value) === value),
    standard: standard.issues ?? standard.value === value,
  };
}

const stepOf = (api, value) => ({
  kind: outcomeOf(api, () =>
    api.matchStep(value, { imageGen: () => "an image", tts: () => "speech", _: () => "another" }),
  ),
  unhandled: outcomeOf(api, () => api.matchStep(value, { videoGen: () => "a video" })),
  isUpscale: outcomeOf(api, () => api.isStep(value, "upscale")),
});

/** What a function gives, or throws; the words of an error only where they are the package's own, not the engine's. */
function outcomeOf(api, run) {
  try {
    return { value: run() };
  } catch (error) {
    const { name, message, issues, type } = error;
    const isOwn = error instanceof api.ValidationError || error instanceof api.UnhandledStepError;
    return isOwn ? { name, message, issues, type, text: String(error) } : { name };
  }
}
