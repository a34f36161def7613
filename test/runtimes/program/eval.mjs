/** Asks for what the policy forbids, so that a test sees the policy at work. */
globalThis.answers = Promise.resolve()
  .then(() => new Function("return 'made of text'")())
  .catch((error) => error.name);
