/** What a contract says of steps in; the property with a step's input out. */
import type { ContractSteps } from "../../contract.js";

/** A contract that says nothing may be one whose steps have none. */
export const inputOf = ({ input = "input" }: Pick<ContractSteps, "input">): string => input;
