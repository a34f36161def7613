/** Things that refer to each other in; what is reachable, in which order they stand, and which come back to themselves out. */

/** All that can be reached from somewhere, the beginning included, the nearest first. */
export function reachable<Node>(start: Iterable<Node>, next: (node: Node) => Iterable<Node>): ReadonlySet<Node> {
  const reached = new Set(start);
  // The set grows while it is read: a way may be longer than the stack.
  for (const node of reached) for (const each of next(node)) reached.add(each);
  return reached;
}

/** Name → the names that it refers to. */
export type Graph = ReadonlyMap<string, readonly string[]>;

export interface Cycles {
  /** What is part of a cycle, or on the way from one cycle to another. */
  readonly within: ReadonlySet<string>;
  /** These, and all from which a cycle can be reached. */
  readonly above: ReadonlySet<string>;
}

export function cyclesIn(graph: Graph): Cycles {
  const above = endless(graph);
  const sources = reversed(new Map([...graph].filter(([name]) => above.has(name))));
  return { above, within: endless(sources) };
}

/** These, and all from which one of them can be reached. */
export function leadingTo(names: Iterable<string>, graph: Graph): ReadonlySet<string> {
  const sources = reversed(graph);
  return reachable(names, (name) => sources.get(name) ?? []);
}

/** From where one can go on for ever: what is left when each name that leads nowhere is taken out. */
function endless(graph: Graph): ReadonlySet<string> {
  const ended = new Set(topologicalOrder(graph));
  return new Set([...graph.keys()].filter((name) => !ended.has(name)));
}

/** The names from which no cycle can be reached, each behind all that it refers to. */
export function topologicalOrder(graph: Graph): readonly string[] {
  const sources = reversed(graph);
  const open = new Map([...graph].map(([name, targets]) => [name, targets.length]));
  const done = [...open].filter(([, count]) => count === 0).map(([name]) => name);
  // The list grows while it is read.
  for (const name of done) {
    for (const source of sources.get(name) ?? []) {
      const left = (open.get(source) ?? 0) - 1;
      open.set(source, left);
      if (left === 0) done.push(source);
    }
  }
  return done;
}

/** The same names; others are left out. */
function reversed(graph: Graph): Graph {
  const sources = new Map<string, string[]>([...graph.keys()].map((name) => [name, []]));
  for (const [name, targets] of graph) {
    for (const target of targets) sources.get(target)?.push(name);
  }
  return sources;
}
