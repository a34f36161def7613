/**
 * A text that JSON.parse refuses in, what is wrong and where out: JSON.parse itself gives no dependable offset.
 */
import { visit } from "jsonc-parser";

export interface SyntaxProblem {
  readonly problem: string;
  readonly offset: number;
}

/** Only as far as the mistake: behind it the library would follow any nesting, and recur. */
export function syntaxError(text: string): SyntaxProblem {
  try {
    const onError = (error: number, offset: number): never => {
      throw new Mistake(sentences[error] ?? unknown, offset);
    };
    visit(text, { onError }, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    if (error instanceof Mistake) return { problem: error.message, offset: error.offset };
    throw error;
  }
  return { problem: unknown, offset: 0 };
}

class Mistake extends Error {
  constructor(
    problem: string,
    readonly offset: number,
  ) {
    super(problem);
  }
}

const unknown = "something here is not JSON";

/** By jsonc-parser's `ParseErrorCode`, a const enum that cannot be named here. */
const sentences: Readonly<Record<number, string>> = {
  1: "this is no JSON value",
  2: "this is no JSON number",
  3: "a property name in double quotes is expected here",
  4: "a value is expected here",
  5: "a colon is expected here",
  6: "a comma is expected here",
  7: "a closing brace is expected here",
  8: "a closing bracket is expected here",
  9: "the document has ended before this",
  10: "JSON has no comments",
  11: "JSON has no comments",
  12: "this string does not end",
  13: "this number does not end",
  14: "this is no \\u escape",
  15: "JSON has no such escape",
  16: "a control character must be escaped in a string",
};
