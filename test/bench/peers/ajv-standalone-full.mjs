/** AJV's standalone code with the full formats of ajv-formats. */
import { ajvModules } from "./ajv-code.mjs";

export const name = "AJV standalone, full formats";

export const modules = (inputs) => ajvModules(inputs, "full");
