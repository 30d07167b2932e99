// Files on the disk of the server: <folder>/ab/cd/abcd…, after their hash. What arrives is written
// under a temporary name, synced, and then renamed, so that under a hash there is all of a content
// or nothing. What is read is hashed first: a damaged content is never given to anybody.
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { type Arrival, assertHash, FileDamaged, type FileStore } from './file-store.ts';
import { LookedAt } from './looked-at.ts';

export class DiskFiles implements FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async receive(bytes: AsyncIterable<Uint8Array>): Promise<Arrival> {
    const arriving = join(this.#folder, 'arriving');
    await mkdir(arriving, { recursive: true, mode: 0o700 });
    const temporary = join(arriving, randomUUID());
    try {
      const found = await written(temporary, bytes);
      return {
        ...found,
        keep: () => moved(temporary, this.#pathOf(found.sha256)),
        drop: () => rm(temporary, { force: true }),
      };
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  }

  async get(sha256: string): Promise<ReadableStream<Uint8Array> | null> {
    const handle = await openedToRead(this.#pathOf(sha256));
    if (handle === null) return null;
    try {
      const hash = createHash('sha256');
      for await (const chunk of handle.createReadStream({ start: 0, autoClose: false })) {
        hash.update(chunk);
      }
      if (hash.digest('hex') !== sha256) throw new FileDamaged(sha256);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return Readable.toWeb(handle.createReadStream({ start: 0 })) as ReadableStream<Uint8Array>;
  }

  async delete(sha256: string): Promise<void> {
    await rm(this.#pathOf(sha256), { force: true });
  }

  /** A server that was stopped may have left something between arriving and being kept. */
  async clearArrivals(before: Temporal.Instant): Promise<void> {
    const arriving = join(this.#folder, 'arriving');
    for (const name of await namesIn(arriving)) {
      const path = join(arriving, name);
      const { mtimeMs } = await stat(path);
      if (mtimeMs < before.epochMilliseconds) await rm(path, { force: true });
    }
  }

  #pathOf(sha256: string): string {
    assertHash(sha256);
    return join(this.#folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function written(path: string, bytes: AsyncIterable<Uint8Array>) {
  const looked = new LookedAt();
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytes) {
      looked.pass(chunk);
      await handle.write(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return looked.end();
}

/** A rename is only safe from a power cut once the folder that it changes is synced, too. */
async function moved(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(from, to);
  // Windows opens no folders.
  if (process.platform === 'win32') return;
  for (const one of [folder, dirname(folder)]) await synced(one);
}

async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openedToRead(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
