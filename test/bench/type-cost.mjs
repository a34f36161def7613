/**
 * What checking a small consumer of the official document's package costs, against the same program with the client that
 * Civitai publishes: `node test/bench/type-cost.mjs [rounds]` after `npm run build`. Writes docs/type-cost.md.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { format } from "prettier";

const rounds = Number(process.argv[2] ?? 7);
const document = "../shared/real/civitai-orchestration-openapi.json";
const contract = "schemas/civitai-orchestration.contract.json";
const here = path.join(import.meta.dirname, "type-cost");
const compilers = new Map([
  ["5.9", "typescript-5.9"],
  ["6", "typescript-6"],
  ["7", "typescript"],
]);
const bounds = { instantiations: 0.5, seconds: 0.8 };

const folder = mkdtempSync(path.join(tmpdir(), "stepwright-type-cost-"));
try {
  if (!existsSync(path.join(here, "node_modules"))) {
    execFileSync("npm", ["ci", "--prefix", here, "--ignore-scripts"], { stdio: "ignore" });
  }
  const out = path.join(folder, "node_modules/civitai-orchestration");
  execFileSync(process.execPath, ["dist/cli.js", "generate", contract, "--schema", document, "--out", out]);
  symlinkSync(path.join(here, "node_modules/@civitai"), path.join(folder, "node_modules/@civitai"));
  const tables = ["packages", "none", "all"].map((checked) => tableOf(checked));
  writeFileSync("docs/type-cost.md", await format(pageOf(tables), { parser: "markdown" }));
} finally {
  rmSync(folder, { recursive: true });
}

/** One row for each compiler and measure: the medians of interleaved rounds. */
function tableOf(checked) {
  const rows = [...compilers].flatMap(([version, compiler]) => {
    const args = [path.join(here, "measure.mjs"), folder, compiler, checked];
    const costs = Array.from({ length: rounds }, () => JSON.parse(execFileSync(process.execPath, args)));
    return Object.entries(bounds).map(([measure, bound]) => {
      const [empty, ours, theirs] = ["empty", "ours", "theirs"].map((program) =>
        medianOf(costs.map((cost) => cost[program][measure])),
      );
      const ratio = medianOf(costs.map(({ ours, theirs }) => ours[measure] / theirs[measure]));
      const shown = measure === "seconds" ? (value) => `${value.toFixed(2)} s` : (value) => value.toLocaleString("en");
      const cells = [version, measure === "seconds" ? "check time" : measure, ...[empty, ours, theirs].map(shown)];
      return `| ${[...cells, ratio.toFixed(2), bound].join(" | ")} |`;
    });
  });
  const header = ["TypeScript", "", "nothing", "the package", "the client", "ratio", "at most"];
  return [`| ${header.join(" | ")} |`, `| ${header.map(() => "---").join(" | ")} |`, ...rows].join("\n");
}

function medianOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function pageOf([packages, none, all]) {
  return `# What the types cost

A program that writes a request with one image step and reads the images of an answer: with the package of the official
document, and with \`@civitai/client\` from npm ([both programs](../test/bench/type-cost)). Every declaration of the two
packages is checked (\`skipLibCheck: false\`). Medians of ${rounds} interleaved rounds, each a process of its own:

${packages}

The package says more: both directions of every type, and unions that a tag narrows, where the client has a cast. The members
that all kinds of a thing have stand once, in an interface that they extend. TypeScript 7 does not hold the second bound:
its check takes some hundredths of a second, and whether a collection of garbage falls into it moves the ratio between 0.8 and 1.4.
Without one (\`GOGC=off\`) it is 0.88 with one thread (\`--checkers 1\`) and 1.2 with four, as the client's largest file is smaller;
more files would not help, since each thread reads the unions for itself. \`types.d.ts\` alone takes three quarters of what the whole
client does, with its comments or without.

With \`skipLibCheck: true\`, as most programs are checked, only what is used is looked at. That is next to nothing with
either, and more with the package, which reads the unions that the client's types leave out:

${none}

With TypeScript's own \`es2022\` and \`dom\` libraries checked as well, which cost the same in both and most in either:

${all}

In TypeScript 6 and 7 the library of the DOM alone takes more than half of what the client does, so that no package could
hold the first bound there; nor, in any version, the second one wherever the column "nothing" is beyond 0.8 of the client's.

\`npm run build && node test/bench/type-cost.mjs\` writes this page. The times are those of one machine; the counts are the
same anywhere, and \`npm run test:real\` holds their ratio. TypeScript 7 checks with several threads: its times are
what one waits.
`;
}
