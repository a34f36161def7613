/** Keywords for a reader: none of them says which values are valid, wherever it stands. */

/** Said of the value, whatever the place it stands in. */
export const words: readonly string[] = ["title", "description", "deprecated", "example", "examples"];

/** The same, and what is said of a value at its place: what stands for it there, and who sends it. */
export const wordsOfPlaces: readonly string[] = [...words, "default", "readOnly", "writeOnly"];
