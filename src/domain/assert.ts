// Assertions stay on in production: an impossible state stops here, before it is written.
// They are for our own mistakes, never for what a person typed; that is a rejection.

/** Throws when a thing that must hold does not. The message says what was expected. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`Assertion failed: ${message}`);
}

/** Marks a branch that the compiler proves to be unreachable. */
export function never(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}

/** The value, which must be there. */
export function present<T>(value: T | null | undefined, what: string): T {
  assert(value !== null && value !== undefined, `${what} is there`);
  return value;
}
