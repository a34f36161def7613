/**
 * The emitted types.d.ts in; the unions it declares and the literal tags of their leaves, as TypeScript's parser sees them, out.
 */
import { readFileSync } from "node:fs";
import ts from "typescript-5.9";

/** Property → the strings its type is made of, where it is made of strings (and perhaps null); empty for `never`. */
export type Literals = ReadonlyMap<string, readonly string[]>;

export class EmittedTypes {
  readonly #declarations: ReadonlyMap<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>;

  constructor(file: string) {
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022);
    const declared = source.statements.filter(
      (each) => ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each),
    );
    this.#declarations = new Map(declared.map((each) => [each.name.text, each]));
  }

  has(name: string): boolean {
    return this.#declarations.has(name);
  }

  /** The object types a union is made of, through unions of unions; an object type alone is its only leaf. */
  leavesOf(name: string): readonly string[] {
    const declaration = this.#declarations.get(name);
    if (declaration === undefined) throw new Error(`types.d.ts does not declare ${name}`);
    if (!ts.isTypeAliasDeclaration(declaration) || membersOf(declaration) !== undefined) return [name];
    return [...new Set(partsOf(declaration.type).flatMap((part) => this.leavesOf(referenceName(part, name))))];
  }

  literalsOf(name: string): Literals {
    const declaration = this.#declarations.get(name);
    const members = declaration && membersOf(declaration);
    if (members === undefined) throw new Error(`${name} is no object type`);
    const inherited = basesOf(declaration).flatMap((base) => [...this.literalsOf(base)]);
    const pairs = members.flatMap((member): [string, readonly string[]][] => {
      if (!ts.isPropertySignature(member) || member.type === undefined) return [];
      const strings = literals(member.type);
      return strings === undefined ? [] : [[memberName(member.name), strings]];
    });
    return new Map([...inherited, ...pairs]);
  }
}

/** The interfaces that one extends. */
function basesOf(declaration: ts.InterfaceDeclaration | ts.TypeAliasDeclaration | undefined): readonly string[] {
  const clauses = (declaration && ts.isInterfaceDeclaration(declaration) && declaration.heritageClauses) || [];
  return clauses.flatMap(({ types }) =>
    types.map(({ expression }) => (ts.isIdentifier(expression) ? expression.text : "")),
  );
}

/** Of an interface, and of `object & { … }`, which takes a value that shares no property with it. */
function membersOf(declaration: ts.Statement): readonly ts.TypeElement[] | undefined {
  if (ts.isInterfaceDeclaration(declaration)) return declaration.members;
  const type = ts.isTypeAliasDeclaration(declaration) ? declaration.type : undefined;
  return type && ts.isIntersectionTypeNode(type) ? type.types.find(ts.isTypeLiteralNode)?.members : undefined;
}

const partsOf = (type: ts.TypeNode): readonly ts.TypeNode[] =>
  ts.isParenthesizedTypeNode(type)
    ? partsOf(type.type)
    : ts.isUnionTypeNode(type)
      ? type.types.flatMap(partsOf)
      : [type];

function referenceName(type: ts.TypeNode, within: string): string {
  if (ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) && type.typeArguments === undefined)
    return type.typeName.text;
  throw new Error(`${within} is no union of named types`);
}

const memberName = (name: ts.PropertyName): string =>
  ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "";

/** Undefined for anything but strings, null, undefined and never. */
function literals(type: ts.TypeNode): readonly string[] | undefined {
  const parts = partsOf(type).map((part): readonly string[] | undefined => {
    if (part.kind === ts.SyntaxKind.UndefinedKeyword || part.kind === ts.SyntaxKind.NeverKeyword) return [];
    if (!ts.isLiteralTypeNode(part)) return undefined;
    if (part.literal.kind === ts.SyntaxKind.NullKeyword) return [];
    return ts.isStringLiteral(part.literal) ? [part.literal.text] : undefined;
  });
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}
