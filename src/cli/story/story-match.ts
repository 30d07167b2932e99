// Whether what is so contains what a story expects. A map is a subset; a list is a subsequence of
// entries that match, and an empty one means none; null means absent; instants compare as
// instants and amounts as amounts, however they are written.

export type Mismatch = {
  /** Where, from the outside in: ["milestones", "sketches", "status"]. */
  readonly path: readonly string[];
  readonly expected: unknown;
  readonly got: unknown;
};

/** The first thing that does not match, or null when everything does. */
export function mismatch(
  expected: unknown,
  got: unknown,
  path: readonly string[] = [],
): Mismatch | null {
  const differs = { path, expected, got };
  if (expected === null) return got === null || got === undefined ? null : differs;
  if (Array.isArray(expected)) return Array.isArray(got) ? inList(expected, got, path) : differs;
  if (typeof expected !== 'object') return same(expected, got) ? null : differs;
  if (typeof got !== 'object' || got === null || Array.isArray(got)) return differs;
  for (const [key, inner] of Object.entries(expected)) {
    const found = Object.hasOwn(got, key) ? (got as Record<string, unknown>)[key] : undefined;
    const wrong = mismatch(inner, found, [...path, key]);
    if (wrong !== null) return wrong;
  }
  return null;
}

function inList(
  expected: readonly unknown[],
  got: readonly unknown[],
  path: readonly string[],
): Mismatch | null {
  if (expected.length === 0) return got.length === 0 ? null : { path, expected, got };
  let at = 0;
  for (const entry of expected) {
    const found = got.findIndex((one, index) => index >= at && mismatch(entry, one) === null);
    if (found < 0) return { path, expected, got };
    at = found + 1;
  }
  return null;
}

const decimal = /^-?\d+(\.\d+)?$/;
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/i;

function same(expected: unknown, got: unknown): boolean {
  if (expected === got) return true;
  const [a, b] = [text(expected), text(got)];
  if (a === null || b === null) return false;
  if (instant.test(a) && instant.test(b)) {
    return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b)) === 0;
  }
  if (decimal.test(a) && decimal.test(b)) return amount(a) === amount(b);
  return a === b;
}

function text(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** A decimal without the zeros that say nothing: "-0.50" and "-.5" are one amount. */
function amount(decimalText: string): string {
  const [whole = '', fraction = ''] = decimalText.replace('-', '').split('.');
  const digits = `${whole.replace(/^0+(?=\d)/, '')}.${fraction.replace(/0+$/, '')}`;
  const negative = decimalText.startsWith('-') && /[1-9]/.test(digits);
  return negative ? `-${digits}` : digits;
}

/** The part of what is so that an expectation is about, for showing beside it. */
export function partOf(expected: unknown, got: unknown): unknown {
  if (typeof expected !== 'object' || expected === null || Array.isArray(expected)) return got;
  if (typeof got !== 'object' || got === null || Array.isArray(got)) return got;
  const entries = Object.entries(expected).map(([key, inner]) => {
    const found = Object.hasOwn(got, key) ? (got as Record<string, unknown>)[key] : null;
    return [key, partOf(inner, found)];
  });
  return Object.fromEntries(entries);
}
