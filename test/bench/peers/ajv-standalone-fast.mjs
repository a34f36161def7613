/** AJV's standalone code with the fast formats of ajv-formats. */
import { ajvModules } from "./ajv-code.mjs";

export const name = "AJV standalone, fast formats";

export const modules = (inputs) => ajvModules(inputs, "fast");
