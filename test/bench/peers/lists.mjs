/** The published schema's lists of values, as text for those peers whose schema is code. */
import { readFileSync } from "node:fs";
import { schemaFile } from "../folders.mjs";

const { properties } = JSON.parse(readFileSync(schemaFile, "utf8"));

export const lists = {
  statuses: JSON.stringify(properties.status.enum),
  events: JSON.stringify(properties.callbackEvents.items.enum),
  types: JSON.stringify(properties.steps.items.properties.$type.enum),
};

/** `"a" | "b"` */
export const union = (list) =>
  JSON.parse(list)
    .map((each) => JSON.stringify(each))
    .join(" | ");
