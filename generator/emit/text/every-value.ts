/** A constant in; what it has, in Markdown, out: of an enum with null all but that. */
import type { Constant } from "../../model/model.js";
import { code } from "./markdown.js";

export const everyValue = ({ type, isNullable }: Constant): string =>
  `Every ${code(type)}${isNullable === true ? " but null" : ""}`;
