/** How much of one text is read, and how much of what is wrong with it is told. */

/** That many mistakes of one kind are told; who makes more of them has made one mistake. */
export const mostMistakes = 50;

/** Words and marks of YAML, for each of which its library takes a kilobyte; the official Civitai document has 180,000. */
export const mostLexemes = 1_000_000;

/** Objects and lists of JSON, each of which every rule looks at; the official Civitai document has 12,000. */
export const mostContainers = 1_000_000;

/** Files that a schema refers to, itself or through others; symbolic links can make one file billions. */
export const mostFiles = 10_000;

/** Characters of them all. */
export const mostCharacters = 2 ** 27;
