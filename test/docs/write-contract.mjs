/** `npm run docs:contract`: writes docs/contract.md, formatted. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { contractText } from "./contract.mjs";

const root = path.join(import.meta.dirname, "../..");
const file = path.join(root, "docs/contract.md");
const schema = JSON.parse(readFileSync(path.join(root, "schemas/contract.schema.json"), "utf8"));
writeFileSync(file, await format(contractText(schema), { ...(await resolveConfig(file)), filepath: file }));
