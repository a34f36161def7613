/** A package's README in; its examples as modules out, one for each heading: `### React Hook Form` is `react-hook-form.ts`. */
import fs from "node:fs";
import path from "node:path";

/** Gives the text of each, as it stands in the README. */
export function writeExamples(readme: string, folder: string): readonly string[] {
  const text = fs.readFileSync(readme, "utf8");
  const examples = [...text.matchAll(/^#+ (.+)\n(?:(?!#|```ts).*\n)*```ts\n([^]*?)^```$/gm)];
  fs.mkdirSync(folder, { recursive: true });
  return examples.map(([, heading = "", example = ""]) => {
    fs.writeFileSync(path.join(folder, `${heading.toLowerCase().replaceAll(" ", "-")}.ts`), example);
    return example;
  });
}
