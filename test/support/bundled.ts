/** The text of a module that imports from this repository in; what a bundler leaves of it, with its names, out. */
import path from "node:path";
import { rolldown } from "rolldown";

export async function bundled(text: string): Promise<string> {
  const entry = path.resolve("bundled-entry.js"); // stands nowhere but here
  const bundle = await rolldown({
    input: entry,
    plugins: [
      { name: "text", load: (id) => (id === entry ? text : null), resolveId: (id) => (id === entry ? id : null) },
    ],
  });
  const { output } = await bundle.generate({ format: "esm" });
  await bundle.close();
  return output[0].code;
}
