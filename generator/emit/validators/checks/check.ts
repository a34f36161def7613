/** What a function asks of a value: the parts that guards and collectors are both printed from. */
import type { ESTree } from "meriyah";
import type { Report } from "./report.js";

export type Check = ReportCheck | CallCheck | IfCheck | LoopCheck | PropertyCheck | DeclarationCheck;

/** The value is wrong. */
interface ReportCheck {
  readonly kind: "report";
  readonly report: Report;
}

/** Another function must accept the value; `test` is that it does not. */
export interface CallCheck {
  readonly kind: "call";
  readonly test: ESTree.Expression;
  readonly target: string;
  readonly value: ESTree.Expression;
  /** How far the value is below the function's own. */
  readonly levels: number;
  readonly report: Report;
}

export interface IfCheck {
  readonly kind: "if";
  readonly test: ESTree.Expression;
  readonly then: readonly Check[];
  readonly otherwise: readonly Check[];
}

export interface LoopCheck {
  readonly kind: "loop";
  readonly loop: ESTree.ForStatement | ESTree.ForOfStatement;
  readonly body: readonly Check[];
}

/** What holds for a property where it is there. */
export interface PropertyCheck {
  readonly kind: "property";
  readonly owner: ESTree.Expression;
  readonly key: string;
  /** AJV's name for the property's value, and where it comes from. */
  readonly variable: string;
  readonly value: ESTree.Expression;
  readonly body: readonly Check[];
  /** What is wrong where the property is missing; absent where it may be. */
  readonly missing?: readonly Check[];
}

/** A variable that later checks use, or a statement about one. */
export interface DeclarationCheck {
  readonly kind: "declaration";
  readonly node: ESTree.VariableDeclaration | ESTree.ExpressionStatement;
}
