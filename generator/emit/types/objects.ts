/**
 * A schema's object keywords in, an object type out: its named properties and, where others are welcome, an index signature.
 */
import type { Definitions, SchemaObject } from "../../json/json-schema.js";
import { jsDoc } from "../text/jsdoc.js";
import { propertyName } from "./literals.js";
import { patternsOf, withoutPatternsOfAll } from "./patterns.js";
import { listedNames, withListedNames } from "./names.js";
import {
  intersection,
  neverNode,
  objectNode,
  undefinedNode,
  union,
  unknownNode,
  type ObjectNode,
  type TypeNode,
} from "./nodes.js";
import type { Projection } from "./projection.js";
import { wordsOf } from "./words.js";

// An object without such a property of its own still has the one that all objects inherit, and TypeScript knows it.
const inherited: ReadonlySet<string> = new Set([
  "constructor",
  "hasOwnProperty",
  "isPrototypeOf",
  "propertyIsEnumerable",
  "toLocaleString",
  "toString",
  "valueOf",
]);

export function objectType(given: SchemaObject, projection: Projection): TypeNode {
  const { project, placeholders, sent, $defs } = projection;
  const schema = withListedNames(withoutPatternsOfAll(given), $defs);
  const properties = Object.entries(schema.properties ?? {});
  const required = new Set(schema.required);
  const index = indexType(schema, projection);
  const named = properties.map(([name, property]) => {
    const type = project(property);
    const absent = required.has(name) ? [] : absentTypes(name, type, sent);
    const words = jsDoc(wordsOf(property, name, $defs));
    return {
      name,
      key: placeholders.hold(words + propertyName(name)),
      type: placeholders.share(union([type, ...absent])),
    };
  });
  const unlisted = [...required].filter((name) => !Object.hasOwn(schema.properties ?? {}, name));
  const demanded = unlisted.map((name) => {
    return { name, key: placeholders.hold(propertyName(name)), type: index || unknownNode };
  });
  const patterned = [...patternsOf(schema).signatures].map(([signature, value]) => {
    return { key: placeholders.hold(signature), type: project(value) };
  });
  const members = [...named, ...demanded];
  const type: ObjectNode = {
    type: "object",
    properties: Object.fromEntries([...members, ...patterned].map(({ key, type }) => [key, type])),
    required: [...members.filter(({ name }) => required.has(name)), ...patterned].map(({ key }) => key),
    additionalProperties:
      index && described(members.some(({ type: own }) => isProduct(own)) ? unknownNode : index, schema, projection),
  };
  // To an object of optional properties alone TypeScript assigns nothing that has others only; an open schema takes it.
  const isWeak = members.length > 0 && required.size + patterned.length === 0 && index === false;
  return isWeak && schema.additionalProperties === undefined ? intersection([objectNode, type]) : type;
}

export const describesObject = (schema: SchemaObject, $defs: Definitions): boolean =>
  Object.keys(schema.properties ?? {}).length > 0 ||
  (schema.required ?? []).length > 0 ||
  schema.additionalProperties !== undefined ||
  schema.patternProperties !== undefined ||
  listedNames(schema, $defs) !== undefined;

/**
 * TypeScript does not always find an intersection of unions assignable to the same one, where it is written twice: as a property's type
 * and as part of the index signature's.
 */
const isProduct = (node: TypeNode): boolean =>
  "anyOf" in node
    ? node.anyOf.some(isProduct)
    : "allOf" in node && node.allOf.filter((each) => "anyOf" in each).length > 1;

/** What stands for an optional property's absence; `never` and `unknown` say it already. */
function absentTypes(name: string, type: TypeNode, sent: boolean): TypeNode[] {
  return [
    ...(inherited.has(name) ? [{ tsType: `Object["${name}"]` }] : []),
    ...(sent && type !== neverNode && type !== unknownNode ? [undefinedNode] : []),
  ];
}

/** The index signature's type, widened to its named neighbours when it is printed; false for none. */
function indexType(schema: SchemaObject, { project }: Projection): TypeNode | false {
  const { additionalProperties: others } = schema;
  const patterns = patternsOf(schema);
  const isNamed =
    Object.keys(schema.properties ?? {}).length + (schema.required ?? []).length + patterns.signatures.size > 0;
  // Closed where the schema says nothing; but what says nothing at all is any object, and a pattern leaves the other names free.
  if (others === undefined) return isNamed && patterns.others.length === 0 ? false : unknownNode;
  const index = union([others, ...patterns.others].map((type) => project(type)));
  return index === neverNode && isNamed ? false : index;
}

function described(index: TypeNode, schema: SchemaObject, { placeholders, $defs }: Projection): TypeNode {
  const { additionalProperties: others, patternProperties: patterns } = schema;
  const isSaid = typeof others === "object" && others.$ref === undefined && patterns === undefined;
  const words = isSaid ? wordsOf(others, "", $defs) : [];
  return words.length === 0 ? index : { ...index, description: placeholders.hold(jsDoc(words)) };
}
