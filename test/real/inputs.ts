/** What the command is given, from the repository's root. */
export const contract = "schemas/civitai-orchestration.contract.json";
export const document = "../shared/real/civitai-orchestration-openapi.json";
