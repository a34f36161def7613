/** What package.json says under `license` in; whether npm knows what it means out. */
import parse from "spdx-expression-parse";

/** Whether it is an expression of SPDX (https://spdx.org/licenses), or npm's own word for no licence at all. */
export function isLicense(text: string): boolean {
  if (text === "UNLICENSED") return true;
  try {
    parse(text);
    return true;
  } catch {
    return false;
  }
}
