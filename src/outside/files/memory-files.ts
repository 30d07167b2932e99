// Files in memory, for stories and tests: everything that the disk does, except that nothing is
// left of it afterwards.
import { Readable } from 'node:stream';
import { type Arrival, assertHash, FileDamaged, type FileStore, sha256Of } from './file-store.ts';
import { LookedAt } from './looked-at.ts';

export class MemoryFiles implements FileStore {
  readonly #contents = new Map<string, Uint8Array>();

  async receive(bytes: AsyncIterable<Uint8Array>): Promise<Arrival> {
    const looked = new LookedAt();
    const chunks: Uint8Array[] = [];
    for await (const chunk of bytes) {
      looked.pass(chunk);
      chunks.push(chunk);
    }
    const found = looked.end();
    return {
      ...found,
      keep: async () => {
        this.#contents.set(found.sha256, Buffer.concat(chunks));
      },
      drop: async () => {
        chunks.length = 0;
      },
    };
  }

  async get(sha256: string): Promise<ReadableStream<Uint8Array> | null> {
    assertHash(sha256);
    const content = this.#contents.get(sha256);
    if (content === undefined) return null;
    if (sha256Of(content) !== sha256) throw new FileDamaged(sha256);
    return Readable.toWeb(Readable.from([content])) as ReadableStream<Uint8Array>;
  }

  async clearArrivals(): Promise<void> {
    // What arrives here is in the hands of whoever receives it, and goes with them.
  }

  async delete(sha256: string): Promise<void> {
    assertHash(sha256);
    this.#contents.delete(sha256);
  }
}
