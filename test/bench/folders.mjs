/** Where the bench finds what it measures, and where it puts what it makes. */
import path from "node:path";

export const benchFolder = import.meta.dirname;
export const rootFolder = path.join(benchFolder, "../..");
export const workFolder = path.join(benchFolder, ".work");
export const schemaFile = path.join(rootFolder, "schemas/civitai-workflow.schema.json");
