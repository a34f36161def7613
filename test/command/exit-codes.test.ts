/** The real command ends with every exit code that the documentation lists, and with each one as the documentation says. */
import fs from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exitCodes } from "#generator/flags.js";
import { commandFolder, contractOfA, type CommandFolder } from "../support/command-folder.js";

const documented = [...fs.readFileSync("docs/diagnostics.md", "utf8").matchAll(/^## Exit code (\d): (.*)$/gm)].map(
  ([, code, meaning = ""]) => [Number(code), meaning] as const,
);

let command: CommandFolder;
beforeEach(() => void (command = commandFolder()));
afterEach(() => command.remove());

interface Provocation {
  readonly prepare?: () => unknown;
  readonly flags?: readonly string[];
  /** The codes of the errors that are reported. */
  readonly errors: readonly string[];
}

const provocations: Readonly<Record<number, Readonly<Record<string, Provocation>>>> = {
  0: {
    written: { errors: [] },
    "up to date": { prepare: () => command.generate(), flags: ["--check"], errors: [] },
  },
  1: {
    "never generated": { flags: ["--check"], errors: ["SW301"] },
    "edited by hand": {
      prepare: () => {
        command.generate();
        command.write("generated/index.js", "");
      },
      flags: ["--check"],
      errors: ["SW303"],
    },
    "another schema": {
      prepare: () => {
        command.generate();
        schema({ title: "B" });
      },
      flags: ["--check"],
      errors: ["SW302"],
    },
  },
  2: {
    usage: { flags: ["--chek"], errors: ["SW101"] },
    contract: { prepare: () => command.write("a.contract.json", {}), errors: ["SW121", "SW121", "SW121"] },
    overlay: {
      prepare: () => {
        command.write("a.contract.json", { ...contractOfA, overlay: "a.overlay.json" });
        command.write("a.overlay.json", { overlay: "2.0.0" });
      },
      errors: ["SW130", "SW130", "SW130"],
    },
    path: { flags: ["--schema", "none.json"], errors: ["SW102"] },
    "somebody else's folder": { flags: ["--out", "."], errors: ["SW151"] },
  },
  3: {
    "no JSON": { prepare: () => command.write("a.schema.json", "{"), errors: ["SW203"] },
    "no schema": { prepare: () => schema({ type: "objekt" }), errors: ["SW201"] },
    "what cannot be emitted": {
      prepare: () => schema({ properties: { a: { $ref: "https://example.com/a" } } }),
      flags: ["--check"],
      errors: ["SW211"],
    },
  },
  4: { "a pipeline that throws": { prepare: () => schema({ title: "boom" }), errors: ["SW401"] } },
  5: {
    reading: { flags: ["--schema", "."], errors: ["SW501"] },
    writing: { prepare: () => command.write("file", ""), flags: ["--out", "file/below"], errors: ["SW510"] },
    "a folder where none can be made": { flags: ["--out", "/proc/stepwright"], errors: ["SW510"] },
  },
};

const schema = (more: object): void => command.write("a.schema.json", { type: "object", title: "A", ...more });

/** A bug takes a pipeline that has one; what is wrong with a schema or an overlay, only the real one finds. */
const pipelineFor = (code: number) => (code === 2 || code === 3 ? { NODE_OPTIONS: "" } : undefined);

test("the documentation lists the exit codes there are, and each is provoked", () => {
  expect(Object.fromEntries(documented)).toEqual(exitCodes);
  expect(Object.keys(provocations).map(Number)).toEqual(documented.map(([code]) => code));
});

const rows = documented.flatMap(([code, meaning]) =>
  Object.entries(provocations[code] ?? {}).map(([name, provocation]) => ({ code, meaning, name, provocation })),
);
test.each(rows)("$code, $meaning: $name", ({ code, provocation: { prepare, flags = [], errors } }) => {
  prepare?.();
  const args = ["generate", "a.contract.json", "--reporter", "json", ...flags];
  const { stdout, ...run } = command.run(args, pipelineFor(code));
  const report = JSON.parse(stdout) as { exitCode: number; diagnostics: { code: string; severity: string }[] };
  expect(run).toEqual({ code, stderr: "" });
  expect(report.exitCode).toBe(code);
  const found = report.diagnostics.filter(({ severity }) => severity === "error");
  expect(found.map((each) => each.code)).toEqual(errors);
});
