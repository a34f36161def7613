/** The text of a module → its size when it is bundled, minified and gzipped, by rolldown and by esbuild, in bytes. */
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { rolldown } from "rolldown";

const gzipped = (text) => gzipSync(text, { level: 9 }).length;

/** @param folder where the module would stand, for what it imports. */
export async function bundleSizes(text, folder) {
  const input = path.join(folder, `bundled-${process.pid}.mjs`);
  writeFileSync(input, text);
  try {
    const options = { bundle: true, minify: true, format: "esm", platform: "browser", write: false, logLevel: "error" };
    const { outputFiles } = await build({ entryPoints: [input], ...options });
    const bundle = await rolldown({ input, cwd: folder, platform: "browser", logLevel: "silent" });
    const { output } = await bundle.generate({ minify: true });
    await bundle.close();
    return { rolldown: gzipped(output[0].code), esbuild: gzipped(outputFiles[0].text) };
  } finally {
    rmSync(input);
  }
}
