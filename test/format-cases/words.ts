/** How the tables of cases are written. */
export interface FormatCases {
  readonly valid: readonly string[];
  readonly invalid: readonly string[];
}

/** What no format of a string with contents accepts. */
export const everyFormat = ["", " ", "\0", "💩", "\ud800"];

/** Cases without white space, written with some in between. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/);
