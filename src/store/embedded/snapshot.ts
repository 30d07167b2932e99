// A fresh, migrated embedded database in memory, quickly: for tests and stories. Creating one
// from nothing takes 2 to 3 seconds, most of it initdb; loading the files of an earlier one takes
// about half a second. The files are kept below node_modules/.cache under a hash of everything
// that made them, so a changed migration never meets an old snapshot.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Database, openDatabase } from '../connection.ts';
import { migrate, readMigrations } from '../migrate.ts';

const CACHE = new URL('../../../node_modules/.cache/endwell/', import.meta.url);

let loaded: Promise<Blob> | undefined;

/** In memory, with all migrations; nobody else sees it. Close it when done. */
export async function freshEmbedded(): Promise<Database> {
  loaded ??= snapshot();
  return openDatabase({ inMemory: true, snapshot: await loaded });
}

/** The files of a migrated database with nothing in it, as one tar. */
export async function snapshot(): Promise<Blob> {
  const file = new URL(`${key()}.tar`, CACHE);
  const kept = read(file);
  if (kept) return kept;
  const db = await openDatabase({ inMemory: true });
  await migrate(db);
  const made = await db.dump();
  await db.close();
  await keep(file, made);
  return made;
}

function key(): string {
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const manifest = readFileSync(new URL('../package.json', `file://${pglite}`), 'utf8');
  const parts = readMigrations().map(({ name, sha256 }) => `${name} ${sha256}`);
  const made = [...parts, (JSON.parse(manifest) as { version: string }).version].join('\n');
  return createHash('sha256').update(made).digest('hex').slice(0, 32);
}

function read(file: URL): Blob | undefined {
  try {
    return new Blob([readFileSync(file)]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written beside and renamed, because several test processes may do this at once. */
async function keep(file: URL, made: Blob): Promise<void> {
  const beside = new URL(`${file.href}.${process.pid}`);
  try {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(beside, await made.bytes());
    renameSync(beside, file);
  } catch (error) {
    // A read-only installation has no cache; everything works, only slower.
    const code = (error as NodeJS.ErrnoException).code;
    if (code !== 'EACCES' && code !== 'EROFS') throw error;
  }
}
