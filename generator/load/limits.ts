/** How much is read, and how much of what is wrong with it is told: far beyond what a workflow needs, and what a machine bears. */

/** Bytes of one file: three times the largest API document there is to be had, and what a machine still reads in some seconds. */
export const mostBytes = 32 * 2 ** 20;

/**
 * Levels of nesting a document may have. Far more than any schema needs (the official Civitai document has 14), and little
 * enough for prettier and AJV, which recurse and overflow their stack from about 250 levels on.
 */
export const mostLevels = 200;

/** Objects and lists of JSON, each of which every rule looks at; the official Civitai document has 12,000. */
export const mostContainers = 1_000_000;

/** Words and marks of YAML, for each of which its library takes a kilobyte; the official Civitai document has 180,000. */
export const mostLexemes = 1_000_000;

/** Values that the aliases of a YAML text may stand for, all in all: a few lines can stand for billions. */
export const mostAliased = 100_000;

/** Files that a schema refers to, itself or through others; symbolic links can make one file billions. */
export const mostFiles = 10_000;

/** Characters of all those files together. */
export const mostReferencedCharacters = 2 ** 27;

/** Syntax errors and repeated keys of one file that are listed; behind them stands that there are more. */
export const mostMistakes = 50;
