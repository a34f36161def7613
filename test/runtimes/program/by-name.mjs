/** The package as a runtime finds it by its name. */
import * as index from "civitai-workflow";
import * as constants from "civitai-workflow/constants";
import * as steps from "civitai-workflow/steps";
import * as validators from "civitai-workflow/validators";

export const api = index;
export const parts = { index, constants, steps, validators };
