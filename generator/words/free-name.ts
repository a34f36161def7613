/** A name and a question about names in; the name, or the first of `name2`, `name3`, … that nothing else has, out. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  let name = wanted;
  for (let count = 2; isTaken(name); count++) name = wanted + count;
  return name;
}
