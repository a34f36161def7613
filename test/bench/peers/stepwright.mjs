/** The package that this repository makes. */

export const name = "stepwright";

export const modules = () => ({
  guard: 'export { isWorkflow } from "civitai-workflow";',
  validate:
    'import { safeParseWorkflow } from "civitai-workflow";\nexport const validate = (value) => safeParseWorkflow(value).success;',
});
