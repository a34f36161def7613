/** The counts of everyone in; docs/types.md out, not yet formatted. */
import type { Manner } from "../support/assignable.js";
import { sumOf, type Count, type Counts } from "./count.js";

export interface Column {
  readonly name: string;
  readonly counts: Readonly<Record<Manner, Counts>>;
}

/** @param columns ours first. */
export function report(columns: readonly Column[]): string {
  const [ours] = columns;
  if (ours === undefined) throw new Error("no column");
  const files = [...ours.counts.variable].filter(([, { invalid }]) => invalid > 0).map(([file]) => file);
  const { invalid, failed } = sumOf(ours.counts.variable.values());
  return `# What the types say

Made by \`npm run bench:types\`. Everyone makes a type of each schema of the official JSON Schema suite (draft 2020-12, required files),
and TypeScript 7 tells, under \`strict\`, which of the suite's values can be assigned to it: once as a variable, which may have
properties that the type does not know, and once as a literal written in place, which may not.

## In total

The suite has ${invalid} values that its schemas reject. Our validators reject the same ones (\`npm run test:suite\`), but for the few schemas that
we refuse. _Refused_ is how many of them the type refuses as well. A type that refuses everything would be first there; so
_by a sound type_ counts only schemas all of whose valid values the type takes, and _wrongly refused_ are the valid values that a
type does not take. _Failed_ are schemas that end in an exception, in a diagnostic (our ${failed} are those of
\`test/suite/refused.ts\`), without a type or in declarations that do not compile; none of their values counts as refused, rightly or wrongly.

| | refused, of ${invalid} | by a sound type | wrongly refused | literals refused | by a sound type | wrongly refused | schemas failed |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${columns.map((column) => row([column.name, ...total(column)])).join("\n")}

## For each file

Values that the type refuses as a variable, and in parentheses those by a sound type where that is fewer.

${row(["", "rejected", ...columns.map(({ name }) => name)])}
${row(["---", ...columns.map(() => "---:"), "---:"])}
${files.map((file) => row([file, ours.counts.variable.get(file)?.invalid ?? 0, ...columns.map(({ counts }) => cell(counts.variable.get(file)))])).join("\n")}

## Why

- **What no type says**: lengths, bounds, multiples, patterns, \`contains\`, \`uniqueItems\`, the number of properties. Everyone's
  types should be silent there, and a number above 0 comes from another keyword beside it, or from a type that is not \`unknown\` where a schema
  without \`type\` allows every kind of value. That is why such numbers come with wrongly refused values.
- **json-schema-to-typescript** reads a schema without \`type\` by the keywords it finds, \`minItems\` as an array, \`required\` as an
  object, and nothing to go by as an object with any properties; the standard lets all other kinds of values pass. Its total is mostly that. It
  is also what prints our types: we give it a schema in which every kind that is meant is written out.
- **quicktype** makes types for data it has parsed, with one class for all the branches of a union; \`const\` and \`enum\` of values that are no strings, and tuples, widen.
- **openapi-typescript** was given each schema and its \`$defs\` as components of an OpenAPI 3.1 document with the references moved.
  It has no way to take remote documents from memory, and \`$anchor\` and \`$id\` inside a component are none to it: those are most of its failures.
- **ata-validator** was asked through what its command \`ata compile\` writes its \`.d.ts\` with. It never fails: what it does not know is \`unknown\`.
- **Ours**: a TypeScript object type is open, so \`additionalProperties: false\` and \`unevaluatedProperties: false\` refuse a further
  property in a literal only, which is most of what is missing there of variables. What literals of ours are wrongly refused has such a
  property where the schema lets it pass: an open object is written as if closed, so that a slip of the pen is seen. The index
  signature beside named properties must take their types too; one from a \`pattern\` that is more than plain text would hold for
  all names, and is left out; a \`oneOf\` takes what two branches share, unless one of them asks for nothing but a property;
  \`minItems\` of a list is the validator's. \`stepwright inspect\` says where, [fidelity.md](fidelity.md) by keyword.
- **Where a peer's sound type is ahead of ours** (\`minContains\`, \`patternProperties\`, \`vocabulary\`), the suite has no valid
  value of another kind that would show it to be unsound, or ours is a schema that is refused.
`;
}

const row = (cells: readonly (string | number)[]): string => `| ${cells.join(" | ")} |`;

/** The cells of a column's sums. The check of our own column reads them. */
export function total({ counts }: Column): readonly number[] {
  const [variable, literal] = [sumOf(counts.variable.values()), sumOf(counts.literal.values())];
  return [
    ...[variable, literal].flatMap(({ refused, soundly, wronglyRefused }) => [refused, soundly, wronglyRefused]),
    variable.failed,
  ];
}

/** `12 (3)`: refused, and by a sound type. The check of our own column reads it. */
export function cell(count: Count | undefined): string {
  if (count === undefined) return "";
  return count.soundly === count.refused ? String(count.refused) : `${count.refused} (${count.soundly})`;
}
