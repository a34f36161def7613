/**
 * Type names that a generated type must not take: what every TypeScript program has in scope and a reader would
 * mistake for it, and the words that cannot be type names at all.
 */
export const globalNames: ReadonlySet<string> = new Set(
  `AbortController AbortSignal Array ArrayBuffer ArrayLike Awaited BigInt Blob Boolean Buffer Capitalize DataView
  Date Document DOMException Element Error Event EventTarget Exclude Extract File FormData Function Generator
  Headers InstanceType Iterable Iterator JSON Location Map Math Node NonNullable Notification Number Object Omit
  Parameters Partial Pick Promise PromiseLike Proxy Range RangeError ReadableStream Readonly ReadonlyArray Record
  Reflect RegExp Request Required Response ReturnType Set String Symbol Text TypeError URL URLSearchParams
  Uint8Array Uncapitalize Uppercase Lowercase WeakMap WeakSet WebSocket Worker any bigint boolean never null number
  object string symbol undefined unknown void`.split(/\s+/),
);
