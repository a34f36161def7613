/** `npm run docs:fidelity`: writes docs/fidelity.md, formatted. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { format, resolveConfig } from "prettier";
import { fidelityText } from "./fidelity.mjs";

const file = path.join(import.meta.dirname, "../../docs/fidelity.md");
writeFileSync(file, await format(fidelityText(), { ...(await resolveConfig(file)), filepath: file }));
