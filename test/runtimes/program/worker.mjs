/** For workerd: answers any request with the answers. */
import schema from "civitai-workflow/schema.json";
import { api, parts } from "./by-name.mjs";
import * as formats from "./formats.mjs";
import { probe } from "./probe.mjs";
import { table } from "./table.mjs";

// oxlint-disable-next-line import/no-default-export -- what workerd asks for
export default { fetch: async () => new Response(await probe({ api, parts, schema }, formats, table)) };
