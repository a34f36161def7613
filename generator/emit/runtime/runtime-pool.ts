/**
 * The runtime's compiled modules as a pool of declarations: an emitted module takes the ones it uses, with their doc
 * comments, and nothing else. Names are unique over the whole runtime, so a declaration is known by its name.
 */
import { declarationsOf, declaredNames, type Declaration } from "./runtime-declarations.js";
import { runtimeModules } from "./runtime-modules.js";

interface RuntimePool {
  /**
   * The declarations for some names and all they use, in the runtime's order.
   * @param taken names the emitted module needs itself; a declaration of the same name is renamed.
   * @throws Error for a name that the runtime does not declare.
   */
  take(names: Iterable<string>, taken: ReadonlySet<string>): Taken;
  /** The name a declaration has in a text with these names taken. */
  nameOf(name: string, taken: ReadonlySet<string>): string;
}

interface Taken {
  /** Indented by one space a level, as the functions around it are. */
  readonly text: string;
  /** The name a declaration has in the text. */
  nameOf(name: string): string;
}

/** A pool for each map of modules, which are parsed once, not once for each emitted module. */
const pools = new WeakMap<ReadonlyMap<string, string>, RuntimePool>();

/**
 * @param modules path below `runtime/` → JavaScript; the runtime's own, where nothing is said.
 * @throws Error where two of them declare one name.
 */
export function runtimePool(modules = runtimeModules(".js")): RuntimePool {
  const pool = pools.get(modules) ?? poolOf(modules);
  pools.set(modules, pool);
  return pool;
}

function poolOf(modules: ReadonlyMap<string, string>): RuntimePool {
  const pathOf = new Map<string, string>();
  for (const [path, text] of modules) {
    for (const name of declaredNames(text)) {
      if (pathOf.has(name)) throw new Error(`the runtime declares ${name} twice, again in ${path}`);
      pathOf.set(name, path);
    }
  }
  const parsed = new Map<string, readonly Declaration[]>();
  return { take, nameOf };

  function take(names: Iterable<string>, taken: ReadonlySet<string>): Taken {
    const wanted = new Set<string>();
    const want = (name: string): void => {
      const declaration = declarationOf(name);
      if (declaration === undefined || wanted.has(name)) return;
      wanted.add(name);
      for (const used of declaration.identifiers) want(used.name);
    };
    for (const name of names) {
      if (!pathOf.has(name)) throw new Error(`the runtime has no ${name}`);
      want(name);
    }
    const rename = (name: string): string => nameOf(name, taken);
    const texts = [...modules.keys()]
      .flatMap((path) => parsed.get(path) ?? [])
      .filter(({ name }) => wanted.has(name))
      .map((declaration) => renamed(declaration, wanted, rename));
    return { text: compact(texts.join("\n")), nameOf: rename };
  }

  /** Parses a module when something in it is wanted: most packages use a few of them. */
  function declarationOf(name: string): Declaration | undefined {
    const path = pathOf.get(name);
    if (path === undefined) return undefined;
    const declarations = parsed.get(path) ?? declarationsOf(modules.get(path) ?? "");
    parsed.set(path, declarations);
    return declarations.find((each) => each.name === name);
  }

  function nameOf(name: string, taken: ReadonlySet<string>): string {
    const isFree = (each: string): boolean => !taken.has(each) && (each === name || !pathOf.has(each));
    let free = name;
    while (pathOf.has(name) && !isFree(free)) free += "_";
    return free;
  }
}

const compact = (text: string): string =>
  text.replace(/^(?: {4})+/gm, (indentation) => " ".repeat(indentation.length / 4));

function renamed(
  { text, identifiers }: Declaration,
  wanted: ReadonlySet<string>,
  nameOf: (name: string) => string,
): string {
  return identifiers
    .filter(({ name }) => wanted.has(name) && nameOf(name) !== name)
    .toReversed()
    .reduce((done, { name, start, end, isShorthand }) => {
      const next = isShorthand ? `${name}: ${nameOf(name)}` : nameOf(name);
      return done.slice(0, start) + next + done.slice(end);
    }, text);
}
