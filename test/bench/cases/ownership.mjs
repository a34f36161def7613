/** Only own properties count: what an object inherits is not there, neither to satisfy nor to offend. */

const base = { id: "wf_1", status: "succeeded" };
/** An object with its own properties, and others that it inherits. */
const heir = (own, inherited) => Object.assign(Object.create(inherited), own);
const withStep = (step) => ({ ...base, steps: [step] });
const bare = (properties) => Object.assign(Object.create(null), properties);

export const ownership = [
  { name: "id inherited", value: heir({ status: "failed" }, { id: "a" }), valid: false },
  { name: "status inherited", value: heir({ id: "a" }, { status: "failed" }), valid: false },
  { name: "everything inherited", value: Object.create(base), valid: false },
  { name: "a wrong url inherited", value: heir(base, { callbackUrl: 1 }), valid: true },
  { name: "a wrong date inherited", value: heir(base, { createdAt: "yesterday" }), valid: true },
  { name: "wrong tags inherited", value: heir(base, { tags: [1] }), valid: true },
  { name: "tags null inherited", value: heir(base, { tags: null }), valid: true },
  { name: "a wrong cost inherited", value: heir(base, { cost: { total: 0.5 } }), valid: true },
  { name: "wrong steps inherited", value: heir(base, { steps: [null, 1] }), valid: true },
  { name: "a wrong tag inherited", value: withStep(heir({}, { $type: "x" })), valid: true },
  { name: "a right tag inherited", value: withStep(heir({}, { $type: "tts" })), valid: true },
  { name: "a wrong input inherited", value: withStep(heir({}, { input: 1 })), valid: true },
  { name: "wrong jobs inherited", value: withStep(heir({}, { jobs: [null] })), valid: true },
  { name: "a wrong own property over a right one", value: heir({ ...base, tags: 1 }, { tags: [] }), valid: false },
  { name: "no prototype", value: bare(base), valid: true },
  { name: "no prototype, wrong", value: bare({ ...base, tags: 1 }), valid: false },
  {
    name: "no prototype all through",
    value: bare({ ...base, steps: [bare({ $type: "tts", input: bare({}) })] }),
    valid: true,
  },
  { name: "own __proto__", value: JSON.parse('{"id":"a","status":"failed","__proto__":{"tags":1}}'), valid: true },
  { name: "id in own __proto__", value: JSON.parse('{"status":"failed","__proto__":{"id":"a"}}'), valid: false },
  {
    name: "own __proto__ of a step",
    value: JSON.parse('{"id":"a","status":"failed","steps":[{"__proto__":1}]}'),
    valid: true,
  },
  { name: "own hasOwnProperty", value: { ...base, hasOwnProperty: 1 }, valid: true },
  { name: "own constructor", value: { ...base, constructor: null }, valid: true },
  { name: "own toString", value: withStep({ toString: 1, valueOf: 2 }), valid: true },
  { name: "an instance of a class", value: Object.assign(new Date(0), base), valid: true },
  { name: "not enumerable", value: Object.defineProperty({ ...base }, "tags", { value: 1 }), valid: false },
  { name: "frozen", value: Object.freeze({ ...base }), valid: true },
];
