/**
 * The text of an emitted module that imports nothing in; what it exports out. An imported module is never forgotten, and
 * thousands of them are gigabytes; this one goes when its exports do.
 */
export type Exports = Readonly<Record<string, unknown>>;

export function exportsOf(text: string): Exports {
  const names = [...text.matchAll(/^export (?:const|function|class) ([\w$]+)/gm)].map(([, name]) => name);
  const body = `"use strict";\n${text.replaceAll(/^export (?=const|function|class)/gm, "")}\nreturn { ${names.join(", ")} };`;
  return (new Function(body) as () => Exports)();
}
