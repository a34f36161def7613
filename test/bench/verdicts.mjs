/** Prepared peers → how many of the cases each gets wrong, guard and list of errors alike; a throw is wrong too. */
import { cases } from "./cases/cases.mjs";

export async function wrongVerdicts(peers) {
  const counted = new Map();
  for (const { name, guard, validate } of peers) {
    const asked = [(await import(guard)).isWorkflow, ...(validate ? [(await import(validate)).validate] : [])];
    const wrong = cases.filter(({ value, valid }) => asked.some((ask) => answer(ask, value) !== valid));
    counted.set(
      name,
      wrong.map((each) => each.name),
    );
  }
  return counted;
}

function answer(ask, value) {
  try {
    return ask(value);
  } catch {
    return undefined;
  }
}
