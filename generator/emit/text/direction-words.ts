/** Which way a type goes, in words for the reader of the package. */
import type { Directions } from "../../contract.js";

export const directionWords: Readonly<Record<Directions, string>> = {
  request: "what is sent",
  response: "what the server answers",
  both: "what is sent and what the server answers",
};
