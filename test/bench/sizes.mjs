/** Prepared peers → what an application pays for their guard, for their list of errors, and for one of our factories. */
import path from "node:path";
import { bundleSizes } from "./bundle-sizes.mjs";
import { rootFolder, workFolder } from "./folders.mjs";

export const factory = "one step factory";

export async function measureSizes(peers) {
  const sizes = new Map();
  for (const { name, guard, validate } of peers) {
    const of = (file, what) => bundleSizes(`export { ${what} } from "./${path.basename(file)}";`, path.dirname(file));
    sizes.set(name, {
      guard: await of(guard, "isWorkflow"),
      validate: validate && (await of(validate, "validate")),
    });
  }
  const own = (what) => bundleSizes(`export { ${what} } from "civitai-workflow";`, rootFolder);
  sizes.set("stepwright", { guard: await own("isWorkflow"), validate: await own("safeParseWorkflow") });
  sizes.set(factory, { guard: await bundleSizes('export { imageGen } from "civitai-workflow";', workFolder) });
  return sizes;
}
