/**
 * A finite automaton in; whether one of its states comes back to itself on some text in two ways out. An engine that tries
 * all ways then takes time that doubles with each repetition of the text (Weber and Seidl 1991, criterion EDA).
 */
import type { NFA } from "refa";
import { reachable } from "../../graph.js";
import { multimap } from "../../multimap.js";

type State = NFA.ReadonlyNode;

/** How much work an answer may be; patterns that people write are some hundred thousand. */
const mostWork = 5_000_000;

export function hasAmbiguousLoop({ initial }: { readonly initial: State }): boolean {
  const states = reachable([initial], ({ out }) => out.keys());
  const ways = [...states].reduce((sum, { out }) => sum + out.size, 0);
  if (ways ** 2 * states.size > mostWork) return false;
  const steps = pairSteps([...states]);
  return Array.from({ length: states.size }, (_, state) => state * states.size + state).some((home) => {
    const reached = [...reachable([home], steps)];
    const sources = multimap(reached.flatMap((from) => steps(from).map((to) => [to, from] as const)));
    const isPair = (each: number): boolean => each % states.size !== Math.floor(each / states.size);
    return [...reachable([home], (each) => sources.get(each) ?? [])].some(isPair);
  });
}

/** Pair of states, as a number → the pairs that two ways on the same character lead to. */
function pairSteps(states: readonly State[]): (pair: number) => readonly number[] {
  const numbers = new Map(states.map((state, number) => [state, number]));
  const edges = states.map(({ out }) => [...out].map(([to, on]) => ({ to: numbers.get(to) ?? 0, on })));
  const known = new Map<number, readonly number[]>();
  return (pair) => {
    const found = known.get(pair) ?? [];
    if (known.has(pair)) return found;
    const others = edges[pair % states.length] ?? [];
    const made = (edges[Math.floor(pair / states.length)] ?? []).flatMap(({ to, on }) =>
      others.filter((other) => !on.isDisjointWith(other.on)).map((other) => to * states.length + other.to),
    );
    known.set(pair, made);
    return made;
  };
}
