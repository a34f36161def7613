/**
 * Colours for a stream: a text in, the same text with a colour out where the stream shows colours, as Node decides it (a
 * terminal, `NO_COLOR`, `FORCE_COLOR`).
 */
import { styleText } from "node:util";

export type Colour = "bold" | "cyan" | "dim" | "green" | "red" | "yellow";
export type Paint = (colour: Colour, text: string) => string;

export const painterFor =
  (stream: NodeJS.WritableStream): Paint =>
  (colour, text) =>
    styleText(colour, text, { stream, validateStream: true });

export const unpainted: Paint = (_, text) => text;
