/** Every case of the verdict table: what it is, the value, whether the published schema takes it. */
import { dateTimes } from "./date-time.mjs";
import { ownership } from "./ownership.mjs";
import { structures } from "./structure.mjs";
import { uris } from "./uri.mjs";

const base = { id: "wf_1", status: "succeeded" };
const shown = (text) => JSON.stringify(text.length > 60 ? `${text.slice(0, 40)}... (${text.length})` : text);

export const cases = [
  ...uris.map(([text, valid]) => ({ name: `uri ${shown(text)}`, value: { ...base, callbackUrl: text }, valid })),
  ...dateTimes.map(([text, valid]) => ({
    name: `date-time ${shown(text)}`,
    value: { ...base, createdAt: text },
    valid,
  })),
  ...structures,
  ...ownership,
];
