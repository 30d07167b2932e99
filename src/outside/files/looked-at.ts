// What is learned about bytes while they pass by: their hash, how many, the first of them, and
// whether all of them are text. Every store counts and hashes with this, so that all agree.
import { createHash } from 'node:crypto';
import { FileTooLarge, largestFile } from './file-store.ts';

/** Enough for every sign by which a kind of file is known. */
const headLength = 8192;

export class LookedAt {
  readonly #hash = createHash('sha256');
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });
  readonly #heads: Uint8Array[] = [];
  #headBytes = 0;
  #isText = true;
  #bytes = 0;

  /** Throws FileTooLarge when that is one byte too many. */
  pass(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    if (this.#bytes > largestFile) throw new FileTooLarge();
    this.#hash.update(chunk);
    if (this.#headBytes < headLength) {
      const part = chunk.slice(0, headLength - this.#headBytes);
      this.#heads.push(part);
      this.#headBytes += part.length;
    }
    this.#readText(chunk, true);
  }

  /** What was learned; nothing may pass by afterwards. */
  end(): { sha256: string; bytes: number; head: Uint8Array; isText: boolean } {
    this.#readText(new Uint8Array(), false);
    return {
      sha256: this.#hash.digest('hex'),
      bytes: this.#bytes,
      head: Buffer.concat(this.#heads),
      isText: this.#isText,
    };
  }

  #readText(chunk: Uint8Array, stream: boolean): void {
    if (!this.#isText) return;
    try {
      const text = this.#decoder.decode(chunk, { stream });
      // Tab, line feed, form feed and carriage return are part of texts.
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
      if (/[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/.test(text)) this.#isText = false;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.#isText = false;
    }
  }
}
