/** The package as a page finds it that may have no import map. */
import * as index from "./node_modules/civitai-workflow/index.js";
import * as constants from "./node_modules/civitai-workflow/constants.js";
import * as steps from "./node_modules/civitai-workflow/steps.js";
import * as validators from "./node_modules/civitai-workflow/validators.js";

export const api = index;
export const parts = { index, constants, steps, validators };
