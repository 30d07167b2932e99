// What a failed statement means for whoever sent it: the data was refused, the same may work when
// tried again, the connection is gone, or something is wrong with the code. Nothing is decided
// here; the corridor splits on data, retries on again and lost, and lets the rest through.

export type FailureKind = 'data' | 'again' | 'lost' | 'other';

/** Serialization failure, deadlock, lock not available, and a statement that waited too long. */
const AGAIN = new Set(['40001', '40P01', '55P03', '57014']);

/** Shut down by an administrator, crashed, starting up, idle or in a transaction for too long. */
const LOST = new Set(['57P01', '57P02', '57P03', '57P05', '25P03', '25P04', '53300']);

const LOST_SOCKET = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);

/** The driver gives these without a code. */
const LOST_WORDS =
  /^Connection terminated|not queryable|^timeout exceeded when trying|^timeout expired/;

export function failureOf(error: unknown): FailureKind {
  if (error instanceof CommitRefused) return 'other';
  const code = sqlState(error);
  if (code === undefined) {
    return error instanceof Error && LOST_WORDS.test(error.message) ? 'lost' : 'other';
  }
  if (AGAIN.has(code)) return 'again';
  if (LOST.has(code) || LOST_SOCKET.has(code) || code.startsWith('08')) return 'lost';
  return code.startsWith('22') || code.startsWith('23') ? 'data' : 'other';
}

/** The five characters of SQLSTATE, or the socket's own word; undefined when there is neither. */
export function sqlState(error: unknown): string | undefined {
  return fieldOf(error, 'code');
}

/** The name of the constraint that refused, when one did. */
export function constraintOf(error: unknown): string | undefined {
  return fieldOf(error, 'constraint');
}

function fieldOf(error: unknown, field: 'code' | 'constraint'): string | undefined {
  if (typeof error !== 'object' || error === null || !(field in error)) return undefined;
  const value = (error as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : undefined;
}

/** COMMIT answered something else: an earlier error of the transaction had been overlooked. */
export class CommitRefused extends Error {
  constructor(answer: string) {
    super(`The transaction was not committed: COMMIT answered ${answer}.`);
    this.name = 'CommitRefused';
  }
}
