/**
 * Texts in memory in; what `readSources` gives for the same texts on a disk out.
 */
import path from "node:path";
import { Failure, type Diagnostic } from "../diagnostics.js";
import type { Documents, Text } from "../given.js";
import type { Document, Sources, Unavailable } from "./document.js";
import { isOutside } from "./input-paths.js";
import { mostBytes } from "./limits.js";
import { parse, type Role } from "./parse.js";
import { tooLarge } from "./read-document.js";
import { withLineFeeds } from "./read-text.js";
import { readReferences } from "./references.js";

/** What is wrong with the texts is among the problems; nothing is thrown. */
export async function givenSources({ contract, schema, overlay, references = {} }: Documents): Promise<Sources> {
  const problems: Diagnostic[] = [];
  const texts = new Map(Object.entries(references));
  const contractDocument = await attempt(contract, "contract");
  const schemaDocument = await attempt(schema, "schema");
  const overlayDocument = overlay && (await attempt(overlay, "overlay"));
  const found = schemaDocument
    ? await readReferences(schemaDocument, overlayDocument, open)
    : { referenced: new Map(), unavailable: new Map(), problems: [] };
  return {
    contractDocument,
    schema: schemaDocument,
    overlay: overlayDocument,
    ...found,
    problems: [...problems, ...found.problems],
  };

  async function attempt(given: Text, role: Role): Promise<Document | undefined> {
    const parsed = await parsedOr(given, role);
    if (!("diagnostics" in parsed)) return parsed;
    problems.push(...parsed.diagnostics);
    return undefined;
  }

  async function open(relative: string): Promise<Document | Unavailable> {
    if (isOutside(relative)) return { why: "outside" };
    const text = texts.get(relative);
    if (text === undefined) return { why: "missing" };
    const parsed = await parsedOr({ file: path.posix.join(path.posix.dirname(schema.file), relative), text }, "schema");
    return "diagnostics" in parsed ? { why: "unreadable", diagnostics: parsed.diagnostics } : parsed;
  }
}

/** Read as a file would be: without a byte order mark, with LF line ends, and within the limit. */
async function parsedOr({ file, text: given }: Text, role: Role): Promise<Document | Failure> {
  if (given.length > mostBytes) return new Failure([tooLarge(file, role)]);
  const text = withLineFeeds(given.replace(/^\ufeff/, ""));
  try {
    return { file, text, value: await parse(text, file, role) };
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}
