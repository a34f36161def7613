/**
 * The canonical schema in, `types.d.ts` out, without its header and before prettier: every definition as an interface or a
 * type of the same name, in the same order, with the schema's words, or ours where a type of steps has none.
 */
import type { CanonicalSchema } from "../json/json-schema.js";
import type { Workflow } from "../model/model.js";
import { jsDoc } from "./text/jsdoc.js";
import { withBases, type NamedType } from "./types/bases.js";
import { withLists } from "./types/lists.js";
import { isObjectNode } from "./types/nodes.js";
import { Placeholders } from "./types/placeholders.js";
import { printTypes } from "./types/print.js";
import { typeProjection } from "./types/project.js";
import { sentTypes } from "./types/sent-types.js";
import { stepWords } from "./types/step-words.js";
import { wordsOf } from "./types/words.js";

/** Needs the canonical form: every `$ref` a `#/$defs/Name`, every name an identifier that no other has. */
export async function emitTypes(schema: CanonicalSchema, model: Workflow): Promise<string> {
  const sent = sentTypes(schema, model);
  const placeholders = new Placeholders();
  const typeOf = typeProjection(schema.$defs, placeholders);
  const ofSteps = stepWords(schema.$defs, model.steps);
  const flat = Object.entries(schema.$defs).map(([name, definition]) => {
    const own = wordsOf(definition, name, schema.$defs);
    const words = own.length > 0 ? own : (ofSteps.get(name) ?? []);
    return { name, words, node: typeOf(definition, sent.has(name)) };
  });
  const types = withBases(withLists(flat, schema.$defs, placeholders), schema.$defs);
  const nodes = types.map(({ node }) => node);
  const texts = await printTypes(nodes, placeholders);
  const declarations = types.map((type, index) => declaration(type, texts[index] ?? ""));
  // With it, only what says `export` is public; without, every declaration of a .d.ts would be.
  return [...declarations, ...(types.some(({ isBase }) => isBase) ? ["export {};\n"] : [])].join("\n");
}

function declaration({ name, words, node, base, isBase }: NamedType, text: string): string {
  const exported = isBase ? "" : "export ";
  const heritage = base === undefined ? "" : ` extends ${base}`;
  return `${jsDoc(words)}${exported}${isObjectNode(node) ? `interface ${name}${heritage} ${text}\n` : `type ${name} = ${text};\n`}`;
}
