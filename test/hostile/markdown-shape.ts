/**
 * An emitted README in; how it is built, without its words, out: headings, tables, code, links, HTML.
 */
import { marked, type Token, type Tokens } from "marked";
import type { Shape } from "./code-shape.js";

/** Everything that is more than words, and how often there is which. */
export function markdownShape(text: string): Shape {
  const counts = new Map<string, number>();
  marked.walkTokens(marked.lexer(text), (token) => {
    for (const each of meaningOf(token)) counts.set(each, (counts.get(each) ?? 0) + 1);
  });
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The blocks of code in one language. */
export function codeBlocks(text: string, language: string): readonly string[] {
  return marked.lexer(text).flatMap((token) => (token.type === "code" && token.lang === language ? [token.text] : []));
}

function meaningOf(token: Token): readonly string[] {
  const { type } = token;
  if (type === "text" || type === "escape" || type === "space") return [];
  if (type === "heading") return [`heading ${(token as Tokens.Heading).depth}`];
  if (type === "code") return [`code ${(token as Tokens.Code).lang}`];
  if (type === "link" && isBareAddress(token as Tokens.Link)) return [];
  if (type === "link" || type === "image") return [`${type} ${(token as Tokens.Link).href}`];
  if (type === "table") {
    const { header, rows } = token as Tokens.Table;
    return [`table of ${header.length} columns`, ...rows.map((row) => `row of ${row.length}`)];
  }
  return [type];
}

/** An address that GitHub makes a link of: it leads where it says. */
const isBareAddress = ({ href, raw }: Tokens.Link): boolean => [raw, `http://${raw}`, `mailto:${raw}`].includes(href);
