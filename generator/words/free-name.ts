/** Names that nothing else has. */

/** A name and a question about names in; the name, or the first of `name2`, `name3`, … that nothing else has, out. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let count = 2; isTaken(name); count++) name = wanted + count;
  return name;
}

/** Gives names like the wanted ones, no name twice, and none that is taken already. */
export function nameGiver(taken: Iterable<string>): (wanted: string) => string {
  const names = new Set(taken);
  return (wanted) => {
    const name = freeName(wanted, (each) => names.has(each));
    names.add(name);
    return name;
  };
}
