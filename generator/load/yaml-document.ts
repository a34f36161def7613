/**
 * A YAML 1.2 text in, its tree with offsets out: the core schema, one document, nothing that JSON could not say is resolved. The
 * library reads a text that says it is YAML 1.1 by the rules of 1.2, too, in which its words are other values.
 */
import { Composer, Lexer, Parser, type Document, type ParsedNode } from "yaml";
import { mostLevels, mostLexemes } from "./limits.js";
import type { SyntaxProblem } from "./syntax-error.js";

type YamlDocument =
  | {
      readonly kind: "tree";
      readonly tree: Document.Parsed<ParsedNode> | undefined;
      readonly problems: readonly SyntaxProblem[];
    }
  /** The library composes by recursion, which the stack does not bear at any depth. */
  | { readonly kind: "deep" | "large"; readonly offset: number };

const options = {
  version: "1.2",
  schema: "core",
  merge: false,
  resolveKnownTags: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "silent",
} as const;

export function yamlDocument(text: string): YamlDocument {
  const parser = new Parser();
  const composer = new Composer(options);
  const documents: Document.Parsed[] = [];
  const older: SyntaxProblem[] = [];
  let lexemes = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if ((lexemes += 1) > mostLexemes) return { kind: "large", offset: parser.offset };
    for (const token of parser.next(lexeme)) {
      if (token.type === "directive" && isOlder.test(token.source))
        older.push({ problem: olderVersion, offset: token.offset });
      for (const each of composer.next(token)) documents.push(each);
    }
    // The stack has the document and a scalar beside the collections.
    if (parser.stack.length > mostLevels + 2) return { kind: "deep", offset: parser.offset };
  }
  for (const token of parser.end()) for (const each of composer.next(token)) documents.push(each);
  for (const each of composer.end(true, text.length)) documents.push(each);
  const [tree, second] = documents as [Document.Parsed<ParsedNode>?, Document.Parsed<ParsedNode>?];
  const problems = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
  const wrong = problems.map(({ message, pos: [offset] }) => ({ problem: message, offset }));
  const more = second && { problem: "a second document begins here, but a file is one", offset: second.range[0] };
  return { kind: "tree", tree, problems: [...older, ...wrong, ...(more === undefined ? [] : [more])] };
}

const isOlder = /^%YAML\s+1\.1\s*$/;
const olderVersion = "YAML 1.1 is not read, in which yes is true and 017 is 15; take the line out where 1.2 is meant";
