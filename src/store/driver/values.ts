// How values cross the border to the database: bigint for int8, Temporal.Instant for timestamptz.
// What goes out is checked before it is sent, because a value that the driver cannot write would
// drop its statement out of a pipelined flight while the commit behind it still runs.

type Parse = (text: string) => unknown;
export type TypeParsers = { getTypeParser(oid: number, format?: 'text' | 'binary'): Parse };

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const TIMESTAMPTZ_ARRAY = 1185;

/** What every reader gets, libraries included: int8 as bigint. */
export function libraryTypes(drivers: TypeParsers): TypeParsers {
  return { getTypeParser: (oid, format) => integers(oid) ?? drivers.getTypeParser(oid, format) };
}

/** What our own code gets: also instants for timestamptz, and plain text for a date. */
export function houseTypes(drivers: TypeParsers): TypeParsers {
  return {
    getTypeParser: (oid, format) =>
      integers(oid) ?? times(oid) ?? drivers.getTypeParser(oid, format),
  };
}

function integers(oid: number): Parse | undefined {
  if (oid === INT8) return BigInt;
  if (oid === INT8_ARRAY) return (text) => list(text, BigInt);
  return undefined;
}

function times(oid: number): Parse | undefined {
  if (oid === TIMESTAMPTZ) return instant;
  if (oid === TIMESTAMPTZ_ARRAY) return (text) => list(text, instant);
  if (oid === DATE) return String;
  return undefined;
}

/** PostgreSQL's `2026-03-02 09:00:00+00` is ISO 8601 as far as Temporal is concerned. */
function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}

/** A one-dimensional array literal whose items hold neither commas nor escapes. */
function list<T>(text: string, parse: (item: string) => T): (T | null)[] {
  const body = text.slice(1, -1);
  if (body === '') return [];
  return body.split(',').map((item) => {
    return item === 'NULL' ? null : parse(item.startsWith('"') ? item.slice(1, -1) : item);
  });
}

/** Values as the driver writes them. JSON is passed as text, so that its keys keep their order. */
export function toWire(values: readonly unknown[]): unknown[] {
  return values.map((value, index) => {
    return Array.isArray(value) ? literalOf(value, index) : plain(value, index);
  });
}

/**
 * A one-dimensional array as PostgreSQL reads it. The driver can do this too, but looks at every
 * number for quotation marks: a sixth of what the corridor's process had to do.
 */
function literalOf(list: readonly unknown[], index: number): string {
  const items: string[] = [];
  for (const item of list) items.push(itemOf(plain(item, index)));
  return `{${items.join(',')}}`;
}

/** Texts that no reader of array literals could take for anything else, like ids. */
const harmless = /^[a-z]+_[\w-]+$/;

function itemOf(value: unknown): string {
  if (value === null) return 'NULL';
  if (value instanceof Uint8Array) {
    return `"\\\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}"`;
  }
  if (typeof value !== 'string') return String(value);
  if (harmless.test(value)) return value;
  return `"${/["\\]/.test(value) ? value.replace(/["\\]/g, '\\$&') : value}"`;
}

function plain(value: unknown, index: number): unknown {
  if (value === null) return null;
  if (value instanceof Temporal.Instant) return value.toString();
  if (value instanceof Uint8Array) return value;
  const kind = typeof value;
  if (kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'bigint') {
    return value;
  }
  throw new TypeError(`$${index + 1} is ${describe(value)}, which no column takes as it is.`);
}

function describe(value: unknown): string {
  if (typeof value !== 'object' || value === null) return typeof value;
  return `an object (${value.constructor?.name ?? 'without a prototype'})`;
}
