/**
 * What a type is called that is not the same in both directions: one direction has the plain name, the other's ends in a word that
 * tells it.
 */
import type { Direction } from "../../contract.js";

const endings = { request: "Request", response: "Response" } as const satisfies Record<Direction, string>;

export const nameInDirection = (name: string, direction: Direction): string => name + endings[direction];

/** The plain name. */
export const withoutDirection = (name: string): string => name.replace(anyEnding, "");

const anyEnding = new RegExp(`(?:${Object.values(endings).join("|")})$`);
