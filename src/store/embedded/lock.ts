// One process at a time on an embedded data directory. PGlite takes no lock of its own, and two
// processes on one directory destroy it. The operating system holds this one: an exclusive SQLite
// transaction on a file beside the data, freed when the process dies, by kill -9 too. It is never
// taken over because of its age.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const SQLITE_BUSY = 5;

export type EmbeddedLock = { release(): void };

/** An open file that nobody holds is closed by the garbage collector, and its lock with it. */
const held = new Set<DatabaseSync>();

/** The message is a sentence for the person who started the second process. */
export class DataDirectoryInUse extends Error {
  constructor(dir: string) {
    super(
      `The data in ${dir} is in use by another Endwell process, and the embedded database would ` +
        'be destroyed by two at once. Stop the other one first, or set DATABASE_URL to a ' +
        'PostgreSQL server, which as many processes as you like can share.',
    );
    this.name = 'DataDirectoryInUse';
  }
}

/** Throws DataDirectoryInUse at once when another process has it; creates the directory. */
export function lockDataDirectory(dir: string): EmbeddedLock {
  mkdirSync(dir, { recursive: true });
  const file = new DatabaseSync(join(dir, 'endwell.lock'), { timeout: 0 });
  try {
    file.exec('begin exclusive');
  } catch (error) {
    file.close();
    throw isBusy(error) ? new DataDirectoryInUse(dir) : error;
  }
  held.add(file);
  return {
    release: () => {
      held.delete(file);
      file.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
