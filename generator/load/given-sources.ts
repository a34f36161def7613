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
import { attempt } from "./read-sources.js";
import { orUnreadable, readReferences } from "./references.js";

/** What is wrong with the texts is among the problems; nothing is thrown. */
export async function givenSources({ contract, schema, overlay, references = {} }: Documents): Promise<Sources> {
  const problems: Diagnostic[] = [];
  const texts = new Map(Object.entries(references));
  const contractDocument = await attempt(problems, parsed(contract, "contract"));
  const schemaDocument = await attempt(problems, parsed(schema, "schema"));
  const overlayDocument = overlay && (await attempt(problems, parsed(overlay, "overlay")));
  const found = await readReferences(schemaDocument, overlayDocument, open);
  return {
    contractDocument,
    schema: schemaDocument,
    overlay: overlayDocument,
    ...found,
    problems: [...problems, ...found.problems],
  };

  async function open(relative: string, schemaFile: string): Promise<Document | Unavailable> {
    if (isOutside(relative)) return { why: "outside" };
    const text = texts.get(relative);
    if (text === undefined) return { why: "missing" };
    const file = path.posix.join(path.posix.dirname(schemaFile), relative);
    return orUnreadable(parsed({ file, text }, "schema"));
  }
}

/**
 * Read as a file would be: without a byte order mark, with LF line ends, and within the limit.
 * @throws Failure with all that is wrong in it.
 */
async function parsed({ file, text: given }: Text, role: Role): Promise<Document> {
  if (given.length > mostBytes) throw new Failure([tooLarge(file, role)]);
  const text = withLineFeeds(given.replace(/^\ufeff/, ""));
  return { file, text, value: await parse(text, file, role) };
}
