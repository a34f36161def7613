/** For a browser: the answers, or what went wrong, as a promise for whoever drives it. */
import schema from "./node_modules/civitai-workflow/schema.json" with { type: "json" };
import { api, parts } from "./by-path.mjs";
import * as formats from "./formats.mjs";
import { probe } from "./probe.mjs";
import { table } from "./table.mjs";

globalThis.answers = probe({ api, parts, schema }, formats, table);
