/**
 * The text of an emitted module in, and what the one exports that it imports, if any; what it exports out. An imported module is never
 * forgotten, and thousands of them are gigabytes; this one goes when its exports do.
 */
export type Exports = Readonly<Record<string, unknown>>;

export function exportsOf(text: string, imported: Exports = {}): Exports {
  const names = [...text.matchAll(/^export (?:const|function|class) ([\w$]+)/gm)].map(([, name]) => name);
  const own = text
    .replace(/^import \* as (\w+) from .*$/m, "const $1 = imported;")
    .replaceAll(/^export (?=const|function|class)/gm, "");
  const body = `"use strict";\n${own}\nreturn { ${names.join(", ")} };`;
  return (new Function("imported", body) as (imported: Exports) => Exports)(imported);
}
