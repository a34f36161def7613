/** `schemas/contract.schema.json` in; the text of docs/contract.md out. */

/** @returns a row for each key that a contract may have, those of an object behind the object's own. */
export function rowsOf(schema) {
  const follow = ({ $ref, ...own }) => ($ref === undefined ? own : { ...schema.$defs[$ref.split("/").at(-1)], ...own });
  return below(schema, "");

  function below({ properties = {}, required = [] }, path) {
    return Object.entries(properties).flatMap(([key, property]) => {
      const value = follow(property);
      const row = { path: path + key, ...value, isRequired: required.includes(key), example: exampleOf(value) };
      const entry = follow(value.additionalProperties || {});
      return [row, ...below(value, `${path}${key}.`), ...below(entry, `${path}${key}.NAME.`)];
    });
  }

  /** Undefined for an object whose members have rows of their own. */
  function exampleOf({ type, enum: words, default: usual, examples: [example] = [] }) {
    return example ?? words?.find((word) => word !== usual) ?? (type === "boolean" ? !usual : undefined);
  }
}

const code = (value) => (value === undefined ? "" : `\`${JSON.stringify(value)}\``);

const cell = (text) => text.replaceAll("|", "\\|");

const lineOf = ({ path, title, description, isRequired, default: usual, example }) =>
  `| \`${path}\` | ${[title, description, isRequired ? "required" : code(usual), code(example)].map(cell).join(" | ")} |`;

/** Markdown, not yet formatted. */
export const contractText = (schema) =>
  `# What a contract may say

Made by \`npm run docs:contract\` from [schemas/contract.schema.json](../schemas/contract.schema.json), by which every contract is
checked. With \`"$schema"\` an editor shows the same and completes the keys; \`import type { Contract } from "stepwright"\` is the type.

A contract is a JSON or YAML file beside the schema. Its shortest form has \`schema\`, \`package\` and \`entries\`; with \`steps\` the
package has factories and \`matchStep\`. NAME stands for a name that the contract gives.

| key | value | what it says | default | example |
| --- | --- | --- | --- | --- |
${rowsOf(schema).map(lineOf).join("\n")}

## How a place is written

A place is a JSON Pointer with \`#\` in front, in the schema after its overlay, and nothing in it is percent-encoded: \`#\` is the whole,
\`#/properties/steps/items\` the items of its list of steps; a \`/\` in a key is \`~1\`, a \`~\` is \`~0\`. What has a name needs no pointer: in
an OpenAPI document \`"at": "Workflow"\` is \`#/components/schemas/Workflow\`, in any other schema \`#/$defs/Workflow\` (\`definitions\` until
draft-07). A name with a \`/\` in it, or a \`#\` in front or at its end, needs one all the same. In \`names\`, \`requireInRequest\` and
\`constants\` a place may stand in a file that the schema refers to: then the file's path is in front, \`common.json#/$defs/Money\`, and
\`common.json#\` is the whole file. \`stepwright inspect\` prints where each entry and step was found.
`;
