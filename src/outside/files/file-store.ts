// Where the contents of files lie: by their hash, so that a content is kept once and can be checked
// whenever it is read. Names, owners and who may read are no business of a store. What arrives is
// first only received; it is kept, or dropped, when whoever takes it in has looked at it.
import { hash } from 'node:crypto';

/** How large one file may be, in bytes. */
export const largestFile = 25 * 1024 * 1024;
/** How many files one command may carry. */
export const mostFiles = 10;

/** Bytes that have arrived and are not kept yet. One of the two must be called. */
export type Arrival = {
  /** Lowercase hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** The first bytes, by which the kind of a file is known. */
  readonly head: Uint8Array;
  /** Whether all of it is text: UTF-8 without control characters. */
  readonly isText: boolean;
  keep(): Promise<void>;
  drop(): Promise<void>;
};

export interface FileStore {
  /** Takes bytes in, to their end. Throws FileTooLarge, and then nothing of them is left. */
  receive(bytes: AsyncIterable<Uint8Array>): Promise<Arrival>;
  /** The content, checked before the first byte is given. Null when it is not there. */
  get(sha256: string): Promise<ReadableStream<Uint8Array> | null>;
  delete(sha256: string): Promise<void>;
  /** Removes what arrived before a moment, of the machine's clock, and was left in between. */
  clearArrivals(before: Temporal.Instant): Promise<void>;
}

/** More than `largestFile` has arrived. */
export class FileTooLarge extends Error {
  constructor() {
    super(`A file has more than ${largestFile} bytes.`);
    this.name = 'FileTooLarge';
  }
}

/** What lies under a hash is not what was put there. */
export class FileDamaged extends Error {
  constructor(sha256: string) {
    super(`The file ${sha256} is damaged: its content has another hash.`);
    this.name = 'FileDamaged';
  }
}

/** A hash of ours, and nothing else: it becomes part of a path. */
export function assertHash(sha256: string): void {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('This is no SHA-256.');
}

/** Bytes at once, as something that arrives. */
export async function* arriving(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

export function sha256Of(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
