/**
 * What the step factories share. Steps, properties and handlers come in; plain data or a handler's answer goes out.
 * The compiled text is copied into the package's steps.js.
 */

/** Thrown by `matchStep` for a step that no handler takes. `type` is its tag, undefined where it has none. */
export class UnhandledStepError extends Error {
  override readonly name = "UnhandledStepError";
  readonly type: string | undefined;

  constructor(tag: string, type: string | undefined) {
    super(
      `no handler for a step ${type === undefined ? `without "${tag}"` : `of type ${JSON.stringify(type)}`}, and no "_"`,
    );
    this.type = type;
  }
}

/** Plain data with `tag` first, which no property can replace. */
export function taggedStep(tag: string, type: string, properties: object): unknown {
  return compact({ [tag]: type, ...properties, [tag]: type });
}

/**
 * A copy without undefined properties. What says itself how to become JSON (a Date, a URL) and what is no data stays as it is;
 * so does, whole, what cannot be copied: a circle, or what is nested deeper than the stack. A factory does not judge.
 */
export function compact(value: unknown): unknown {
  try {
    return compacted(value);
  } catch {
    return value;
  }
}

function compacted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => compacted(item));
  if (!isData(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, compacted(each)]])),
  );
}

/** An object literal of any realm, or an instance of the caller's own class. */
function isData(value: unknown): value is object {
  return (
    Object.prototype.toString.call(value) === "[object Object]" &&
    typeof (value as { toJSON?: unknown }).toJSON !== "function"
  );
}

/** The step's own tag; undefined where it has none, for what every object inherits is no tag. */
export function tagOf(tag: string, step: unknown): string | undefined {
  const type = Object.hasOwn(Object(step), tag) ? (step as Record<string, unknown>)[tag] : undefined;
  return typeof type === "string" ? type : undefined;
}

/**
 * Calls the handler named like the step's tag, else `_`. Throws an UnhandledStepError where there is neither, and a TypeError
 * where there is one that cannot be called.
 */
export function dispatch(tag: string, step: unknown, handlers: object): unknown {
  const type = tagOf(tag, step);
  for (const name of type === undefined ? ["_"] : [type, "_"]) {
    const handler = handlerNamed(name, Object(handlers));
    if (typeof handler === "function") return handler.call(handlers, step);
    if (handler !== undefined) throw new TypeError(`the handler ${JSON.stringify(name)} is not a function`);
  }
  throw new UnhandledStepError(tag, type);
}

/** A property of the handlers or a method of their class: not what every object inherits, and not the class itself. */
function handlerNamed(name: string, handlers: object): unknown {
  let owner = handlers;
  while (!Object.hasOwn(owner, name)) {
    owner = Object.getPrototypeOf(owner);
    if (name === "constructor" || owner === null || Object.getPrototypeOf(owner) === null) return undefined;
  }
  return (handlers as Record<string, unknown>)[name];
}
