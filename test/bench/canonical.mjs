/** The path of a contract and perhaps that of its schema, as arguments; the canonical schema, entered by every entry type, on stdout. */
import { load } from "../../dist/load/load.js";
import { prepare } from "../../dist/generate.js";

const [contract, schema] = process.argv.slice(2);
const { canonical, model } = prepare(await load(contract, { schema }));
const anyOf = model.entries.map(({ name }) => ({ $ref: `#/$defs/${name}` }));
process.stdout.write(JSON.stringify({ title: "Root", ...canonical.schema, anyOf }));
