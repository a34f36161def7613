/** The generator's own table of keywords in; the text of docs/fidelity.md out. */
import { fidelity, fidelityOf } from "#generator/schema/reading/fidelity.js";
import { formats } from "#generator/schema/reading/formats.js";

/** What an earlier draft says in its place. */
const earlier = {
  $id: "draft-04: `id`",
  $anchor: "until draft-07: `$id` with a fragment, as in `#name`",
  $defs: "until draft-07: `definitions`",
  $dynamicAnchor: "2019-09: `$recursiveAnchor`",
  $dynamicRef: "2019-09: `$recursiveRef`",
  items: "until 2019-09: `additionalItems`, beside a list in `items`",
  prefixItems: "until 2019-09: `items` with a list",
  exclusiveMinimum: "draft-04: `true`, beside `minimum`",
  exclusiveMaximum: "draft-04: `true`, beside `maximum`",
  dependentRequired: "until draft-07: `dependencies` with lists of names",
  dependentSchemas: "until draft-07: `dependencies` with schemas",
};

/** What an earlier rule puts in the place of a keyword, so that it is refused in the rest of the cases only. */
const lowered = {
  $dynamicRef: "where all ways to it come to the same anchor first, it is a `$ref`",
  $recursiveRef:
    "where it leads to the root of its own resource, or all ways to it come to the same anchor first, it is a `$ref`",
  unevaluatedItems: "what the schemas beside it evaluate is written out as `items`, in up to 256 cases",
  unevaluatedProperties:
    "what the schemas beside it evaluate is written out as `additionalProperties`, in up to 256 cases",
  dependencies: "in a schema of draft-07, or of one before it, it is `dependentRequired` and `dependentSchemas`",
};

const remarks = {
  $ref: "drafts until draft-07 and OpenAPI 3.0 ignore what stands beside it: a warning (SW257) where that would be checked elsewhere",
  type: "OpenAPI 3.0's `nullable` adds `null`, beside `allOf`, `anyOf` and `oneOf` too, as documents mean it",
  additionalProperties: "`false` holds in requests only",
  enum: 'in OpenAPI it takes `null` as well beside `type: ["string", "null"]`, as generators of documents forget to list it; not under `not`',
  description: "where there is none, VS Code's `markdownDescription`",
  format: "those listed below; any other is an annotation",
  discriminator:
    "OpenAPI's: each kind has the tags that the mapping gives it; beside `oneOf` and `anyOf`, where a branch says none of its own",
};

const honouredBy = {
  type: "type and validator",
  either: "validator, in places the type too",
  validator: "validator",
  direction: "type and validator, by direction",
  annotation: "nobody: annotation",
  resolution: "resolved before",
  refusal: "refused (SW250)",
};

const row = (keyword) => {
  const known = fidelityOf(keyword);
  const isLowered = Object.hasOwn(lowered, keyword);
  const by = isLowered
    ? "rewritten, or refused (SW250)"
    : honouredBy[(known.by === "part" ? fidelityOf(known.of) : known).by];
  return `| \`${keyword}\` | ${by} | ${noteOf(keyword, known)} | ${earlier[keyword] ?? ""} |`;
};

function noteOf(keyword, known) {
  switch (known.by) {
    case "type":
      return [remarks[keyword], known.loses].filter(Boolean).join("; ");
    case "either":
    case "direction":
      return known.says;
    case "part":
      return `a part of \`${known.of}\``;
    case "refusal":
      return [lowered[keyword], `otherwise: ${known.hint}`].filter(Boolean).join("; ");
    default:
      return remarks[keyword] ?? "";
  }
}

/** Markdown, not yet formatted. */
export const fidelityText = () =>
  `# What becomes of every keyword

Made by \`npm run docs:fidelity\` from the generator's own table (\`generator/schema/reading/fidelity.ts\`). No keyword vanishes. The
second column says who honours it:

- **type and validator**, or the **validator** alone; **by direction** where it makes a request differ from an answer.
- **nobody: annotation**: words and hints, which nothing checks.
- **resolved before**: it is about names, references or the draft, and done with before there is a type.
- **rewritten**: other keywords say the same.
- **refused**: it ends the run with a diagnostic.

Where a type says less than the validator, the third column says what it loses; \`stepwright inspect\` says so for one schema, place by
place. What its own standard ignores is a warning: beside a \`$ref\` (SW257), and where only a later draft knows it (SW259). A keyword
that is not listed is an annotation, and a warning (SW251) where its name is nearly a listed one.

| 2020-12 | honoured by | what the type loses, or what else there is to know | earlier drafts |
| --- | --- | --- | --- |
${Object.keys(fidelity).map(row).join("\n")}

## Answers are read open, requests are checked closed

A server may answer more tomorrow than its schema says today, while a mistake in a request should be told before it is sent. So an
entry of both directions gets two sets of validators, one for what the server answers and one for what is sent. They differ here:

| | in an answer | in a request |
| --- | --- | --- |
| a property that a closed object does not name (\`additionalProperties: false\`) | passes, unchecked | is refused; with \`"requests": "open"\` in the contract it passes |
| a \`readOnly\` property | is checked | is not there: where it is sent anyway, an open object ignores it and a closed one refuses it; a constant stays, for it may be a tag |
| a \`writeOnly\` property | is not there: where it is answered anyway, it passes like any property that the schema does not name | is checked |
| a required property that is absent | is an issue; with \`"nulls": "omitted"\` in the contract only if it may not be null | is an issue, unless it has a \`default\` |
| a property that \`requireInRequest\` in the contract adds | is as the schema has it | is required |
| a tag that is absent, of a type with \`discriminator.mapping\` | the value is checked as what all kinds have in common | is an issue where the tag is required, unless it has a \`default\`, which picks the kind |
| a step's tag that the schema does not list | is an issue; with \`"unknownTags": "pass"\` in the contract it passes, and what all kinds have in common is checked | is an issue |

\`"unknownTags": "pass"\` holds for the tags of every type with \`discriminator.mapping\`, too. All else is the same in both directions:
types, formats, bounds, patterns, the length of tuples, \`additionalProperties\` with a schema. The types do not know the
first of these differences: a closed object and one that says nothing are the same type, and a literal of it with an unknown property
does not compile.

## Formats

Checked: ${[...formats.keys()].map((name) => `\`${name}\``).join(", ")}. A contract with \`"formats": "annotations"\` checks none.
`;
