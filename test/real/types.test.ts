/**
 * The accepted bodies as a program would write them: as typed literals and with factories they compile without a cast; with
 * one field broken they do not, and the error is on that field.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openEditor } from "../support/editor.js";
import { markedPlaces, typeErrors, typeReports, type TypeReport } from "../support/type-check.js";
import { accepted, type JsonObject } from "./bodies.js";
import { breakagesOf, unknownTagsOf, type Breakage } from "./breakages.js";
import { OpenApiDocument } from "./document.js";
import { consumerFolder, isThere, packageFolder, titled } from "./package.js";
import { placesOf, pointerOf, type Path, type Places } from "./places.js";
import { errorsIn, factoryStatement, literalStatement, programOf, type Statement } from "./programs.js";
import { programWithReferences } from "./program-with-references.js";

interface Written {
  readonly name: string;
  readonly body: JsonObject;
  readonly places: Places;
  /** The ways to write it: all of them have the body's places. */
  readonly as: (body: JsonObject, name: string) => readonly Statement[];
}

describe.skipIf(!isThere)(titled("types"), () => {
  let document: OpenApiDocument;
  let steps: readonly Written[];
  let inputs: readonly Written[];
  beforeAll(() => {
    document = new OpenApiDocument(path.join(packageFolder(), "schema.json"));
    const types = document.bases.get("WorkflowStepTemplate")?.children;
    const written = (name: string, type: string, body: JsonObject, as: Written["as"]): Written => ({
      name,
      body,
      places: placesOf(document, type, body),
      as,
    });
    steps = accepted.flatMap(({ file, type, value }) => {
      const all =
        type === "WorkflowTemplate"
          ? (value["steps"] as readonly JsonObject[])
          : type === "WorkflowStepTemplate"
            ? [value]
            : [];
      return all.map((step) =>
        written(file, "WorkflowStepTemplate", step, (body, name) => [
          literalStatement(name, types?.get(String(step["$type"])) ?? "", body),
          factoryStatement(`${name}Made`, body),
        ]),
      );
    });
    inputs = accepted.flatMap(({ file, type, value }) =>
      type.endsWith("Template")
        ? []
        : [written(file, type, value, (body, name) => [literalStatement(name, type, body)])],
    );
    writeFileSync(path.join(consumerFolder(), "package.json"), '{ "type": "module" }');
    mkdirSync(path.join(consumerFolder(), "broken"));
  });

  test("as literals and with factories they compile, as does the package itself, with TypeScript 5.9, 6 and 7", async () => {
    const statements = accepted.flatMap(({ type, value }, index) => [
      literalStatement(`literal${index}`, type, value),
      ...(type.endsWith("Template") ? [factoryStatement(`made${index}`, value)] : []),
    ]);
    expect(new Set(steps.map(({ body }) => body["$type"])).size).toBe(18);
    expect(statements.length).toBeGreaterThan(300);
    writeFileSync(path.join(consumerFolder(), "bodies.ts"), programOf(statements).text);
    writeFileSync(path.join(consumerFolder(), "references.ts"), programWithReferences);
    // Versions differ in the column where no overload fits: at the call or at the argument.
    const due = markedPlaces("references.ts", programWithReferences).map(lineOf);
    expect(due.length).toBeGreaterThan(3);
    for (const version of ["typescript-5.9", "typescript-6", "typescript"] as const) {
      const errors = await typeErrors(version, consumerFolder());
      expect({ version, errors: errors.map(lineOf) }).toEqual({ version, errors: due });
    }
  });

  /** Where the errors are of each breakage, written in each way. */
  function errorsOf(
    file: string,
    breakages: readonly (Breakage & Written)[],
  ): readonly { readonly name: string; readonly errors: string }[] {
    const cases = breakages.flatMap((each, index) =>
      each.as(each.broken, `broken${index}`).map((statement) => ({ ...each, statement })),
    );
    const { text, starts } = programOf(cases.map(({ statement }) => statement));
    const program = path.join(consumerFolder(), "broken", file);
    writeFileSync(program, text);
    const errors = errorsIn(program);
    return cases.map(({ name, kind, path: at, statement }, index) => {
      const start = starts[index] ?? 0;
      const found = errors.filter((error) => error >= start && error < start + statement.text.length);
      const span = statement.spans.get(pointerOf(at));
      const isOnField =
        span !== undefined && found.some((error) => error >= start + span.start && error < start + span.end);
      const errorsAre =
        found.length === 0
          ? "nowhere"
          : isOnField
            ? found.length === 1
              ? "on the field"
              : "on the field and elsewhere"
            : "elsewhere";
      return { name: `${name} ${pointerOf(at)}: ${kind}, ${statement.text.slice(13, 40)}`, errors: errorsAre };
    });
  }

  test("with one field broken neither a typed literal nor a factory compiles, and the error is on the field", () => {
    const breakages = [...steps, ...inputs].flatMap((each, index) => {
      const all = breakagesOf(each.body, each.places, document);
      const one = all[index % all.length];
      return one === undefined ? [] : [{ ...each, ...one }];
    });
    const errors = errorsOf("fields.ts", breakages);
    expect(new Set(breakages.map(({ kind }) => kind)).size).toBe(5);
    expect(errors.length).toBeGreaterThan(300);
    expect(errors.filter((each) => each.errors !== "on the field")).toEqual([]);
  });

  // TypeScript looks for the cause in the union of all inputs, `input` being a member of every step, and so ends there: with
  // the field in its words. A step of a known type, a factory's input and a name that is wrong are told on the field.
  test("nor does a whole literal, and the error is on the field or names it, with TypeScript 5.9, 6 and 7", async () => {
    const wholes = accepted.flatMap(({ file: name, type, value: body }, index): (Breakage & { name: string })[] => {
      if (type !== "WorkflowTemplate" || index % 3 > 0) return [];
      const all = breakagesOf(body, placesOf(document, type, body), document);
      const one = all[index % all.length];
      return one === undefined ? [] : [{ ...one, name }];
    });
    expect(wholes.length).toBeGreaterThanOrEqual(40);
    const statements = wholes.map(({ broken }, index) => literalStatement(`whole${index}`, "WorkflowTemplate", broken));
    const folder = path.join(consumerFolder(), "wholes");
    mkdirSync(folder);
    writeFileSync(path.join(folder, "wholes.ts"), programOf(statements).text);
    for (const version of ["typescript-5.9", "typescript-6", "typescript"] as const) {
      const reports = await typeReports(version, folder);
      const told = wholes.map(({ name, kind, path: at }, index) => {
        const spans = statements[index]?.spans;
        const isOn =
          (place: Path) =>
          ({ column }: TypeReport): boolean => {
            const span = spans?.get(pointerOf(place));
            return span !== undefined && column > span.start && column <= span.end;
          };
        // The first line has the imports.
        const found = reports.filter(({ line }) => line === index + 2);
        const field = at.findLast((key) => typeof key === "string") ?? "";
        const names = new RegExp(`'"?${field}"?'`);
        const isTold = (report: TypeReport): boolean =>
          isOn(at)(report) || (isOn(at.slice(0, 3))(report) && names.test(report.text));
        return {
          version,
          name,
          kind,
          at: pointerOf(at),
          ...(found.length === 1 && found.every(isTold) ? {} : { found }),
        };
      });
      expect(reports.length).toBe(wholes.length);
      expect(told.filter((each) => "found" in each)).toEqual([]);
    }
  });

  test("nor with a tag that nobody knows, and one of the errors is on it", () => {
    const errors = errorsOf(
      "tags.ts",
      [...steps, ...inputs].flatMap((each) =>
        unknownTagsOf(each.body, each.places)
          .slice(0, 1)
          .map((tag) => ({ ...each, ...tag })),
      ),
    );
    expect(errors.length).toBeGreaterThan(100);
    expect(errors.filter((each) => !each.errors.startsWith("on the field"))).toEqual([]);
  });

  test("an editor offers the paths into the output of a step, as far as the first list", () => {
    const editor = openEditor(consumerFolder(), programWithReferences);
    const images = editor.completions('stepRef(hero, "output./**/");');
    expect(images).toEqual(expect.arrayContaining(["output", "output.images"]));
    expect(images.filter((path) => path.includes("["))).toEqual([]);
    const moving = 'videoGen({ engine: "grok", operation: "text-to-video", prompt: "waves" }, { name: "moving" })';
    const video = editor.completions(`stepRef(${moving}, "output./**/");`);
    expect(video).toEqual(expect.arrayContaining(["output.video", "output.video.url"]));
  });
});

/** `file:line` of `file:line:column code`. */
const lineOf = (place: string): string => place.split(":", 2).join(":");
