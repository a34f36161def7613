/**
 * The canonical schema in, `types.d.ts` out, without its header and before prettier: every definition as an interface or a
 * type of the same name, in the same order, with the schema's words.
 */
import type { Workflow } from "../model/model.js";
import type { CanonicalSchema } from "../schema/json-schema.js";
import { jsDoc } from "./jsdoc.js";
import { isObjectNode, type TypeNode } from "./types-nodes.js";
import { Placeholders } from "./types-placeholders.js";
import { printTypes } from "./types-print.js";
import { typeProjection } from "./types-projection.js";
import { sentTypes } from "./types-reach.js";
import { wordsOf } from "./types-words.js";

/** Needs the canonical form: every `$ref` a `#/$defs/Name`, every name an identifier that no other has. */
export async function emitTypes(schema: CanonicalSchema, model: Workflow): Promise<string> {
  const sent = sentTypes(schema, model);
  const placeholders = new Placeholders();
  const typeOf = typeProjection(schema.$defs, placeholders);
  const types = Object.entries(schema.$defs).map(([name, definition]) => ({
    name,
    words: wordsOf(definition, name),
    node: typeOf(definition, sent.has(name)),
  }));
  const nodes = types.map(({ node }) => node);
  const texts = await printTypes(nodes, placeholders);
  return types.map((type, index) => declaration(type, texts[index] ?? "")).join("\n");
}

interface NamedType {
  readonly name: string;
  readonly words: readonly string[];
  readonly node: TypeNode;
}

const declaration = ({ name, words, node }: NamedType, text: string): string =>
  `${jsDoc(words)}${isObjectNode(node) ? `export interface ${name} ${text}\n` : `export type ${name} = ${text};\n`}`;
