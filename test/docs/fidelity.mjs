/** The generator's own table of keywords in; the text of docs/fidelity.md out. */
import { fidelity, fidelityOf } from "#generator/model/fidelity.js";
import { formatFunctions } from "#generator/model/formats.js";

/** What an earlier draft says in its place. */
const earlier = {
  $anchor: "draft-07: `$id` with a fragment, as in `#name`",
  $defs: "draft-07: `definitions`",
  $dynamicAnchor: "2019-09: `$recursiveAnchor`",
  $dynamicRef: "2019-09: `$recursiveRef`",
  items: "draft-07, 2019-09: `additionalItems`, beside a list in `items`",
  prefixItems: "draft-07, 2019-09: `items` with a list",
  dependentRequired: "draft-07: `dependencies` with lists of names",
  dependentSchemas: "draft-07: `dependencies` with schemas",
};

/** What an earlier rule puts in the place of a keyword, so that it is refused in the rest of the cases only. */
const lowered = {
  $dynamicRef: "where it leads to one place from everywhere, or the outermost schema has the anchor, it is a `$ref`",
  $recursiveRef: "where it leads to the root of its own resource, or of the outermost, it is a `$ref`",
  unevaluatedItems: "what the schemas beside it evaluate is written out as `items`, in up to 256 cases",
  unevaluatedProperties:
    "what the schemas beside it evaluate is written out as `additionalProperties`, in up to 256 cases",
  dependencies: "in a schema of draft-07 it is `dependentRequired` and `dependentSchemas`",
};

const remarks = {
  format: "those listed below; any other is an annotation",
  discriminator: "OpenAPI's",
};

const honouredBy = {
  type: "type and validator",
  either: "validator, in places the type too",
  validator: "validator",
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
      return known.loses ?? remarks[keyword] ?? "";
    case "either":
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

Made by \`npm run docs:fidelity\` from the generator's own table (\`generator/model/fidelity.ts\`). A keyword is in the type and the
validator, in the validator alone, an annotation that nobody checks, resolved before there is a type (names, references,
the draft), or it ends the run with a diagnostic: nothing vanishes. A validator checks everything that is not an
annotation; where a type says less, the third column says what it loses. \`stepwright inspect\` tells it for one schema, place by place. A
keyword that is not listed is an annotation, and a warning (SW251) where it is nearly a listed one.

| 2020-12 | honoured by | what the type loses, or what else there is to know | earlier drafts |
| --- | --- | --- | --- |
${Object.keys(fidelity).map(row).join("\n")}

## Formats

Checked: ${[...formatFunctions.keys()].map((name) => `\`${name}\``).join(", ")}. A contract with \`"formats": "annotations"\` checks none.
`;
