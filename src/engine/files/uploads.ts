// Takes in the files that people send, before any command names them: looks at what they are, keeps
// the content outside, and writes a row. What no command has named within a day is swept. Nothing
// here decides who may read a file: that is a read, and follows from the events of a contract.
import type { PersonId } from '../../domain/people.ts';
import { cleanName } from '../../outside/files/file-names.ts';
import { type Arrival, type FileStore, FileTooLarge } from '../../outside/files/file-store.ts';
import { judged } from '../../outside/files/media-types.ts';
import type { Database, Sql } from '../../store/connection.ts';
import {
  countUnused,
  deleteUnused,
  insertFile,
  isContentUsed,
  lockContent,
  lockOwner,
  readFiles,
  unusedBefore,
} from '../../store/files.ts';
import { newId } from '../../store/ids.ts';
import { nowOf } from '../batch/batch-read.ts';
import { type Clock, systemClock } from '../clock.ts';
import { usableFor } from './attached.ts';

/** A file as its sender has it back. */
export type Upload = {
  readonly file: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly media_type: string;
};

export const uploadProblems = ['empty', 'too_large', 'kind', 'not_its_name', 'too_many'] as const;
export type UploadRefused = {
  readonly refused: (typeof uploadProblems)[number];
  readonly name: string;
};

export interface Uploads {
  /** Takes a file in, whole or not at all. */
  take(
    owner: PersonId,
    name: string,
    bytes: AsyncIterable<Uint8Array>,
  ): Promise<Upload | UploadRefused>;
  /** What somebody has sent, in the order of the ids; what is not theirs is left out. */
  mine(owner: PersonId, ids: readonly string[]): Promise<readonly Upload[]>;
  /** A content, checked. Null when it is not there any more. */
  open(sha256: string): Promise<ReadableStream<Uint8Array> | null>;
  /** Removes what was sent and never used; how many files that were. */
  sweep(): Promise<number>;
}

type Room = { readonly db: Database; readonly clock: Clock; readonly files: FileStore };

export function createUploads(room: Room): Uploads {
  return {
    take: (owner, name, bytes) => taken(room, owner, cleanName(name), bytes),
    mine: async (owner, ids) => {
      const rows = await readFiles(room.db, ids);
      const own = new Map(rows.filter((row) => row.owner === owner).map((row) => [row.id, row]));
      return ids.flatMap((id) => {
        const row = own.get(id);
        if (row === undefined) return [];
        const { sha256, bytes, media_type } = row;
        return [{ file: id, name: row.name ?? 'file', sha256, bytes, media_type }];
      });
    },
    open: (sha256) => room.files.get(sha256),
    sweep: () => swept(room),
  };
}

export function isUploadRefused(value: Upload | UploadRefused): value is UploadRefused {
  return 'refused' in value;
}

async function taken(
  { db, clock, files }: Room,
  owner: PersonId,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Upload | UploadRefused> {
  const arrival = await received(files, bytes);
  if (arrival === null) return { refused: 'too_large', name };
  try {
    if (arrival.bytes === 0) return { refused: 'empty', name };
    const kind = judged(arrival.head, arrival.isText, name);
    if ('wrong' in kind) return { refused: kind.wrong, name };
    const at = nowOf(clock);
    const file = newId('fil', at);
    const upload = { ...arrived(arrival), file, name, media_type: kind.type };
    const kept = await db.tx(async (sql) => {
      if (await hasTooMany(sql, owner)) return false;
      await lockContent(sql, arrival.sha256);
      await arrival.keep();
      await insertFile(sql, { ...upload, id: file, owner, at, stream: null });
      return true;
    });
    return kept ? upload : { refused: 'too_many', name };
  } finally {
    await arrival.drop();
  }
}

function arrived({ sha256, bytes }: Arrival) {
  return { sha256, bytes };
}

async function received(
  files: FileStore,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Arrival | null> {
  try {
    return await files.receive(bytes);
  } catch (error) {
    if (error instanceof FileTooLarge) return null;
    throw error;
  }
}

/** Nobody needs more at once, and the disk is everybody's. */
const mostUnused = 100;

async function hasTooMany(sql: Sql, owner: PersonId): Promise<boolean> {
  await lockOwner(sql, owner);
  return (await countUnused(sql, owner)) >= mostUnused;
}

const page = 100;

async function swept({ db, clock, files }: Room): Promise<number> {
  const before = nowOf(clock).subtract(usableFor).subtract({ hours: 1 });
  await files.clearArrivals(systemClock.now().subtract(usableFor));
  for (let count = 0; ; ) {
    const unused = await unusedBefore(db, before, page);
    for (const { id, sha256 } of unused) {
      await db.tx(async (sql) => {
        await lockContent(sql, sha256);
        await deleteUnused(sql, id);
        if (!(await isContentUsed(sql, sha256))) await files.delete(sha256);
      });
    }
    count += unused.length;
    if (unused.length < page) return count;
  }
}
