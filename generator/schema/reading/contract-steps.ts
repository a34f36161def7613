/** What a contract says of steps in; where they are and what their properties are called out, be it that the contract leaves it unsaid. */
import type { ContractSteps, Direction } from "../../contract.js";

/** The pointer of one step as it goes that way. */
export const stepPointer = (
  { at, answered = at }: Pick<ContractSteps, "at" | "answered">,
  direction: Direction,
): string => (direction === "response" ? answered : at);

/** The property with a step's input. A contract that says nothing may be one whose steps have none. */
export const inputOf = ({ input = "input" }: Pick<ContractSteps, "input">): string => input;

/** The property of an answered step that holds what it made. */
export const outputOf = ({ output = "output" }: Pick<ContractSteps, "output">): string => output;
