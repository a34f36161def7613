/**
 * The official JSON Schema suite, used in place: its folder in, the groups of one draft and the documents they refer to
 * out.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { isObject, type Json } from "#generator/json/json-schema.js";

export interface Group {
  /** `ref.json: remote ref, containing refs itself` */
  readonly name: string;
  readonly schema: Json;
  readonly tests: readonly SuiteTest[];
}

export interface SuiteTest {
  readonly description: string;
  readonly data: Json;
  readonly valid: boolean;
}

const folder = path.join(import.meta.dirname, "../../../shared/suite");

export const hasOfficialSuite = existsSync(folder);

export type Draft = "draft2020-12" | "draft2019-09" | "draft7";

/** An older state of the suite, as a package has it, with the draft that the other one leaves out. */
type OlderDraft = "draft4";
const olderFolder = path.dirname(createRequire(import.meta.url).resolve("json-schema-test-suite"));

const folderOf = (draft: Draft | OlderDraft): string => (draft === "draft4" ? olderFolder : folder);

/**
 * The groups of a draft's required files, in the order of their files' names.
 * @param part a folder of others, such as `optional/format`.
 */
export function groupsOf(draft: Draft | OlderDraft, part = ""): readonly Group[] {
  const tests = path.join(folderOf(draft), "tests", draft, part);
  const files = readdirSync(tests)
    .filter((file) => file.endsWith(".json"))
    .toSorted();
  return files.flatMap((file) => {
    const groups = readJson(path.join(tests, file)) as readonly { description: string; schema: Json; tests: unknown }[];
    return groups.map(({ description, schema, tests: cases }) => ({
      name: `${file}: ${description}`,
      schema: declared(schema, draft),
      tests: cases as readonly SuiteTest[],
    }));
  });
}

/** The suite's schemas of these drafts do not say what they are. */
const undeclared = {
  draft4: "http://json-schema.org/draft-04/schema#",
  draft7: "http://json-schema.org/draft-07/schema#",
};

const declared = (schema: Json, draft: Draft | OlderDraft): Json =>
  draft in undeclared && isObject(schema)
    ? { $schema: undeclared[draft as keyof typeof undeclared], ...schema }
    : schema;

/** What the suite says is served at `http://localhost:1234/`: absolute URI → document. */
export function remotesOf(draft: Draft | OlderDraft): ReadonlyMap<string, Json> {
  const remotes = path.join(folderOf(draft), "remotes");
  const paths = readdirSync(remotes, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".json") && (!file.startsWith("draft") || file.startsWith(`${draft}/`)))
    .toSorted();
  return new Map(paths.map((file) => [`http://localhost:1234/${file}`, readJson(path.join(remotes, file))]));
}

/** The documents that a schema may refer to, itself or through others: as in a run, the rest is not read. */
export function neededBy(schema: Json, remotes: ReadonlyMap<string, Json>): ReadonlyMap<string, Json> {
  const needed = new Map<string, Json>();
  const texts = [JSON.stringify(schema)];
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const [uri, document] of remotes) {
      if (needed.has(uri) || !text.includes(path.posix.basename(uri))) continue;
      needed.set(uri, document);
      texts.push(JSON.stringify(document));
    }
  }
  return needed;
}

const readJson = (file: string): Json => JSON.parse(readFileSync(file, "utf8")) as Json;
