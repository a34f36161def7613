/**
 * `patternProperties` in; the patterns that TypeScript can say of a property's name, each as an index signature, and the rest
 * out. A name of which the pattern is plain text is of a template literal type: `^x-` is `x-${string}`.
 */
import type { Schema, SchemaObject } from "../../json/json-schema.js";
import { without } from "../../schema/reading/walk.js";
import { templateText } from "../text/literal.js";

interface Patterns {
  /** The schemas by index signature, without its type: "[key: `x-${string}`]". */
  readonly signatures: ReadonlyMap<string, Schema>;
  readonly others: readonly Schema[];
}

export function patternsOf(schema: SchemaObject): Patterns {
  const patterns = Object.entries(schema.patternProperties ?? {});
  const plain = new Map(patterns.flatMap(([pattern]) => plainPattern(pattern)).map((each) => [each.pattern, each]));
  const names = [...Object.keys(schema.properties ?? {}), ...(schema.required ?? [])];
  const isAlone = ({ pattern, text }: PlainPattern): boolean =>
    !names.some((name) => name.includes(text)) &&
    ![...plain.values()].some(
      (other) => other.pattern !== pattern && (other.text.includes(text) || text.includes(other.text)),
    );
  const said = patterns.flatMap(([pattern, value]) => {
    const found = plain.get(pattern);
    return found !== undefined && isAlone(found) ? [{ pattern, value, signature: signatureOf(found) }] : [];
  });
  return {
    signatures: new Map(said.map(({ signature, value }) => [signature, value])),
    others: patterns.filter(([pattern]) => !said.some((each) => each.pattern === pattern)).map(([, value]) => value),
  };
}

/** What a pattern that every name fits says, `additionalProperties` says as well. */
export function withoutPatternsOfAll(schema: SchemaObject): SchemaObject {
  const patterns = Object.entries(schema.patternProperties ?? {});
  const ofAll = patterns.filter(([pattern]) => plainPattern(pattern)[0]?.text === "");
  if (ofAll.length === 0) return schema;
  const left = patterns.filter((each) => !ofAll.includes(each));
  const all = ofAll.map(([, value]) => value);
  const both = left.map(([pattern, value]) => [pattern, { allOf: [...all, value] }] as const);
  return {
    ...without(schema, "patternProperties"),
    ...(left.length > 0 && { patternProperties: Object.fromEntries(both) }),
    additionalProperties: { allOf: all },
  };
}

interface PlainPattern {
  readonly pattern: string;
  readonly text: string;
  readonly isStart: boolean;
  readonly isEnd: boolean;
}

/**
 * Letters, digits and what means itself in a regular expression, with `\` before what would not, anchored at one end or not;
 * `.*` where it is not says nothing, nor does a last character that need not be there.
 */
function plainPattern(pattern: string): PlainPattern[] {
  const [, start, body, end] =
    /^(?:(\^)|\.\*)?((?:[^\\^$.*+?()[\]{}|]|\\[\\^$.*+?()[\]{}|/])*?)(?:(\$)|[^\\^$*+?()[\]{}|][*?])?$/u.exec(
      pattern,
    ) ?? [];
  if (body === undefined || (start && end)) return [];
  const text = body.replaceAll(/\\(.)/gu, "$1");
  return [{ pattern, text, isStart: start !== undefined, isEnd: end !== undefined }];
}

function signatureOf({ text, isStart, isEnd }: PlainPattern): string {
  const anything = "${string}";
  return `[key: \`${isStart ? "" : anything}${templateText(text)}${isEnd ? "" : anything}\`]`;
}
