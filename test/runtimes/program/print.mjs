/** For Node, Deno and Bun: prints the answers. */
import schema from "civitai-workflow/schema.json" with { type: "json" };
import { api, parts } from "./by-name.mjs";
import * as formats from "./formats.mjs";
import { probe } from "./probe.mjs";
import { table } from "./table.mjs";

// oxlint-disable-next-line no-console -- the one way to print that all three have
console.log(await probe({ api, parts, schema }, formats, table));
