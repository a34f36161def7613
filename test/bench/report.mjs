/** Everything that was measured → the text of docs/bench.md. */
import { cases } from "./cases/cases.mjs";
import { kinds, sizes as documentSizes } from "./documents.mjs";
import { factory } from "./sizes.mjs";
import { median, ratio } from "./statistics.mjs";

const hand = "hand-written";
const titles = { valid: "valid", early: "wrong early", late: "wrong late", fifty: "50 errors" };

const table = (head, rows) =>
  [head, head.map((_, index) => (index === 0 ? "---" : "---:")), ...rows]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");

const fixed = (value, digits = 2) => (value === undefined ? "–" : value.toFixed(digits));
const kilobytes = (sizes) =>
  sizes === undefined ? "–" : `${fixed(sizes.rolldown / 1000)} / ${fixed(sizes.esbuild / 1000)}`;

export function report({ peers, skipped, wrong, times, starts, sizes, imageGen, promised }) {
  const unit = (size) => times(size, "valid", hand, "guard");
  const relative = (size, kind, name, how) => {
    const samples = times(size, kind, name, how);
    return samples && ratio(samples, unit(size));
  };
  const speed = (how, shown) =>
    documentSizes.map((size) =>
      [
        `### ${size[0].toUpperCase()}${size.slice(1)} document: ${fixed(median(unit(size)) / 1000, 1)} µs is 1`,
        table(
          ["", ...shown.map((kind) => titles[kind])],
          peers
            .filter(({ name }) => times(size, "valid", name, how))
            .map(({ name }) => [name, ...shown.map((kind) => fixed(relative(size, kind, name, how)))]),
        ),
      ].join("\n\n"),
    );
  const parts = [
    "# What the package costs",
    "Made by `npm run bench`, which takes some minutes. All peers take turns in every round; a figure is the median of the ratios of each round, so that a busy machine slows all alike. The schema is the published Civitai workflow schema.",
    "![Time of a guard and of a list of errors, size of a guard, wrong verdicts](bench.svg)",
    "## What is promised",
    "Measured without the other peers, in processes of their own.",
    table(
      ["", "measured", "at most", ""],
      promised.map(({ what, value, most, unit }) => [
        what,
        `${fixed(value)} ${unit}`.trim(),
        `${most} ${unit}`.trim(),
        value === undefined ? "?" : value <= most ? "✓" : "✗",
      ]),
    ),
    "## Verdicts, sizes, first verdict",
    `Wrong verdicts of ${cases.length} cases (test/bench/cases/), each asked of the guard and of what lists errors. Sizes are of a bundle with only that, minified and gzipped, by rolldown / esbuild. The first verdict is from the start of a process. All times are processor time.`,
    table(
      ["", "wrong verdicts", "guard, kB", "list of errors, kB", "first verdict, ms", "× hand-written"],
      peers.map(({ name }) => [
        name,
        wrong.get(name).length,
        kilobytes(sizes.get(name).guard),
        kilobytes(sizes.get(name).validate),
        fixed(median(starts.get(name)), 1),
        fixed(ratio(starts.get(name), starts.get(hand))),
      ]),
    ),
    `One step factory, bundled: ${kilobytes(sizes.get(factory).guard)} kB.`,
    "## Guards",
    "Times are multiples of what the hand-written guard takes for the valid document of the same size.",
    ...speed("guard", ["valid", "late"]),
    "## Lists of errors",
    "In the same unit.",
    ...speed("validate", kinds),
    "## The official document's `imageGen` step",
    imageGen === undefined
      ? "Skipped: no real data."
      : `Microseconds a step, over ${imageGen.steps} of the publisher's own steps: ${Object.entries(
          imageGen.microseconds,
        )
          .map(([name, value]) => `${name} ${fixed(value)}`)
          .join(", ")}.`,
    ...(skipped.length === 0 ? [] : ["## Skipped", ...skipped.map(({ name, reason }) => `${name}: ${reason}`)]),
  ];
  return `${parts.join("\n\n")}\n`;
}
