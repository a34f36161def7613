/**
 * In: the path of a contract and perhaps that of its schema, as arguments. Out: what making the package took, as JSON: seconds
 * for all, peak memory in MB, and how much was made. A process of its own, so that each measurement starts cold.
 */
import { generate } from "../../dist/generate.js";
import { load } from "../../dist/load/load.js";
import { startThreads } from "../../dist/threads/threads.js";

const [contract, schema] = process.argv.slice(2);
const start = performance.now();
const { make, stop } = startThreads();
const inputs = await load(contract, { schema });
const { files } = await generate(inputs, make);
const seconds = (performance.now() - start) / 1000;
const megabytes = [...files.values()].reduce((sum, text) => sum + text.length, 0) / 1e6;
process.stdout.write(
  `${JSON.stringify({ seconds, peak: process.resourceUsage().maxRSS / 1024, files: files.size, megabytes })}\n`,
);
stop();
