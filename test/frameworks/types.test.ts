/**
 * The guide of every golden package compiles against the frameworks' own types, and so do the tests here; the examples are
 * short.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { goldenCases, hasPackage } from "../support/golden-cases.js";
import { writeExamples } from "./examples.js";
import { framework } from "./frameworks.js";

const folder = import.meta.dirname;

framework("the guide", () => {
  const packages = goldenCases.filter(hasPackage).map(({ name, expected }) => ({ name, expected }));

  test("compiles, whatever the schema", { timeout: 120_000 }, () => {
    const paths = packages.flatMap(({ name, expected }) => {
      writeExamples(`${expected}/README.md`, path.join(folder, "guide", name));
      const manifest = JSON.parse(fs.readFileSync(`${expected}/package.json`, "utf8")) as { name: string };
      return ["index", "json-schema"].map((module) => [
        module === "index" ? manifest.name : `${manifest.name}/${module}`,
        [path.relative(path.join(folder, "guide"), `${expected}/${module}.d.ts`)],
      ]);
    });
    const names = paths.map(([name]) => name);
    expect(new Set(names).size).toBe(names.length);
    const compilerOptions = { paths: Object.fromEntries(paths) as object, noUnusedLocals: true };
    const config = { extends: "../tsconfig.json", compilerOptions, include: ["**/*.ts", "../*.ts", "../*.tsx"] };
    fs.writeFileSync(path.join(folder, "guide/tsconfig.json"), JSON.stringify(config));
    const { stdout } = spawnSync(
      process.execPath,
      [path.resolve("node_modules/typescript/bin/tsc"), "-p", path.join(folder, "guide")],
      { encoding: "utf8" },
    );
    expect(stdout).toBe("");
  });

  test("has a receiver of callbacks in at most 22 lines", () => {
    const lengths = packages.map(({ name, expected }) => {
      const receiver = /## Receive callbacks\n[^]*?```ts\n([^]*?)^```$/m.exec(
        fs.readFileSync(`${expected}/README.md`, "utf8"),
      );
      return [name, receiver?.[1]?.trimEnd().split("\n").length ?? Infinity] as const;
    });
    const nothingIsAnswered = ["references", "unions-and-nullables"];
    expect(lengths.filter(([name, lines]) => lines > 22 && !nothingIsAnswered.includes(name))).toEqual([]);
  });

  test("has an example of at most 15 lines for each framework", () => {
    const readme = fs.readFileSync("generated/README.md", "utf8");
    const frameworks = readme.slice(readme.indexOf("## In a framework"), readme.indexOf("## JSON Schema"));
    const lengths = [...frameworks.matchAll(/^### (.+)\n[^]*?```ts\n([^]*?)^```$/gm)].map(
      ([, heading = "", text = ""]) => [heading, text.trimEnd().split("\n").length] as const,
    );
    expect(lengths.map(([heading]) => heading)).toEqual([
      "Hono",
      "tRPC",
      "Fastify",
      "React Hook Form",
      "TanStack Form",
    ]);
    expect(lengths.filter(([, lines]) => lines > 15)).toEqual([]);
  });
});
