/** `stepwright inspect` in processes of its own: where it prints what, and how it ends. */
import fs from "node:fs";
import { afterAll, expect, test } from "vitest";
import { commandFolder } from "../support/command-folder.js";

const command = commandFolder();
afterAll(() => command.remove());
const run = (...args: string[]) => command.run(["inspect", ...args], { NODE_OPTIONS: "" });
command.write("a.schema.json", { type: "object", title: "A", additionalProperties: { const: 1 } });
command.write("b.schema.json", { type: "object", title: "B", dependencies: {} });
command.write("typo.schema.json", { title: "A", propertys: {}, items: true });
const filesIn = () => fs.readdirSync(command.path);
const files = filesIn();

test("warns of what was probably meant otherwise, and goes on", () => {
  const { code, stderr } = run("a.contract.json", "--schema", "typo.schema.json");
  expect(code).toBe(0);
  expect(stderr).toContain('typo.schema.json:1:14 warning SW251 JSON Schema has no keyword "propertys"');
  expect(stderr).toContain('did you mean "properties"?');
  expect(stderr).toContain('typo.schema.json:1:29 warning SW252 "items" without a "type"');
});

test("prints to stdout and writes nothing", () => {
  const stdout = `A: 1 type

1 entry type
  A  both  #  a.schema.json:1:1

no steps

Types and validators say the same
`;
  expect(run("a.contract.json")).toEqual({ code: 0, stdout, stderr: "" });
  expect(filesIn()).toEqual(files);
});

test("reports a schema's problems as generate does", () => {
  expect(run("a.contract.json", "--schema", "b.schema.json")).toEqual({
    code: 3,
    stdout: "",
    stderr: `b.schema.json:1:30 error SW250 nothing that is emitted can honour "dependencies" here
  1 | {"type":"object","title":"B","dependencies":{}}
    |                              ^^^^^^^^^^^^^^
  2020-12 calls it \`dependentRequired\` and \`dependentSchemas\`
`,
  });
});

test.each([
  [["c.contract.json"], "SW102"],
  [["a.contract.json", "--out", "x"], "SW101"],
  [[], "SW101"],
])("%j ends with 2", (args, code) => {
  expect(run(...args)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(code) as string });
  expect(filesIn()).toEqual(files);
});
