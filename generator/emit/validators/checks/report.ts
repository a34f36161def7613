/**
 * Reads the one pattern in which AJV reports an error (with all errors asked for): a constant with the error, its push
 * into `vErrors`, the count. What comes out says where, which keyword, and of which value.
 */
import type { ESTree } from "meriyah";
import { parsePointer } from "../../../json/pointer.js";
import type { ProjectedSchema } from "../program/program.js";

export interface Report {
  readonly keyword: string;
  readonly data: ESTree.Expression;
  /** The schema that the keyword stands in, where that is not the function's own. */
  readonly schema?: ProjectedSchema;
  /** Where in the function's schema the keyword stands, the keyword last: `["properties", "a", "type"]`. */
  schemaPath(): readonly string[];
  /** @throws Error for a path that is not written as AJV is known to write it. */
  path(): readonly PathStep[];
  params(): ReadonlyMap<string, ESTree.Expression>;
}

/** A literal key or index, or the expression for one that is known at run time. */
type PathStep = string | number | { readonly key: ESTree.Expression } | { readonly index: ESTree.Expression };

/** How many statements a report takes. */
export const reportLength = 3;

/** A guard only asks whether there is one, so the parts are read when they are asked for. */
export function readReport(statement: ESTree.Statement | undefined): Report | undefined {
  const error = reportedError(statement);
  if (error === undefined) return undefined;
  const fields = fieldsOf(error);
  const keyword = literalOf(fields.get("keyword"));
  const schemaPath = literalOf(fields.get("schemaPath"));
  const instancePath = fields.get("instancePath");
  const data = fields.get("data");
  if (typeof keyword !== "string" || typeof schemaPath !== "string" || !instancePath || !data) return undefined;
  const params = fields.get("params");
  return {
    keyword,
    data,
    schemaPath: () => parsePointer(schemaPath),
    path: () => readPath(instancePath),
    params: () => (params?.type === "ObjectExpression" ? fieldsOf(params) : new Map()),
  };
}

/** The keyword alone, where that is all one wants to know. */
export function reportedKeyword(statement: ESTree.Statement | undefined): unknown {
  const keyword = reportedError(statement)?.properties.find(
    (property) => property.type === "Property" && property.key.type === "Identifier" && property.key.name === "keyword",
  );
  return keyword?.type === "Property" ? literalOf(keyword.value as ESTree.Expression) : undefined;
}

/** `const err0 = { instancePath, … }`: no other constant of AJV's is an object. */
function reportedError(statement: ESTree.Statement | undefined): ESTree.ObjectExpression | undefined {
  if (statement?.type !== "VariableDeclaration") return undefined;
  const init = statement.declarations[0]?.init;
  return init?.type === "ObjectExpression" ? init : undefined;
}

const literalOf = (node: ESTree.Expression | undefined): unknown => (node?.type === "Literal" ? node.value : undefined);

function fieldsOf(object: ESTree.ObjectExpression): ReadonlyMap<string, ESTree.Expression> {
  const fields = new Map<string, ESTree.Expression>();
  for (const property of object.properties) {
    if (property.type !== "Property" || property.key.type !== "Identifier") continue;
    fields.set(property.key.name, property.value as ESTree.Expression);
  }
  return fields;
}

/** `instancePath + ".steps[" + i0 + "].input"` → `["steps", i0, "input"]` (AJV's jsPropertySyntax). */
function readPath(expression: ESTree.Expression): readonly PathStep[] {
  const slots: ESTree.Expression[] = [];
  let text = "";
  for (const part of summands(expression)) {
    if (part.type === "Literal") text += String(part.value);
    else if (!(part.type === "Identifier" && part.name === "instancePath"))
      text += `\u0000${slots.push(part) - 1}\u0000`;
  }
  const path: PathStep[] = [];
  const token =
    /\.([A-Za-z_$][\w$]*)|\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\['\u0000(\d+)\u0000'\]|\[\u0000(\d+)\u0000\]/gy;
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, name, index, quoted, keySlot, indexSlot] = match;
    if (name !== undefined) path.push(name);
    else if (index !== undefined) path.push(Number(index));
    else if (quoted !== undefined) path.push(JSON.parse(`"${quoted}"`) as string);
    else if (keySlot !== undefined) path.push({ key: slots[Number(keySlot)] as ESTree.Expression });
    else path.push({ index: slots[Number(indexSlot)] as ESTree.Expression });
    end = match.index + whole.length;
  }
  if (end !== text.length) throw new Error(`cannot read AJV's path ${text}`);
  return path;
}

function summands(expression: ESTree.Expression): ESTree.Expression[] {
  if (expression.type !== "BinaryExpression" || expression.operator !== "+") return [expression];
  return [...summands(expression.left as ESTree.Expression), ...summands(expression.right)];
}
