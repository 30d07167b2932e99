// Brings the schema up to date: the files of migrations/ in the order of their names, each in a
// transaction of its own, under a lock that lets one process migrate while the others wait. It is
// the only thing that changes the schema. A file that was applied once must never be edited.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Database, Sql } from './connection.ts';

export type Migration = { readonly name: string; readonly sha256: string; readonly sql: string };
type Applied = { name: string; sha256: string };

/** The database and the files of this version do not fit; the message says what to do. */
export class StrangeHistory extends Error {}

const FOLDER = new URL('./migrations/', import.meta.url);

/** "Endwell" as a number: any other program on the server is unlikely to lock the same one. */
const LOCK = 0x656e6477;

const TABLE = `create table if not exists migrations (
  name text primary key, sha256 text not null, at timestamptz not null)`;

export function readMigrations(folder: URL = FOLDER): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name) => {
    const sql = readFileSync(new URL(name, folder), 'utf8');
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

/** The names of the files that were applied now, in order. */
export async function migrate(
  db: Database,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  const before = await alreadyApplied(db);
  refuseStrangeHistory(before, migrations);
  const done: string[] = [];
  for (const migration of migrations) {
    if (before.some(({ name }) => name === migration.name)) continue;
    if (await db.tx((sql) => apply(sql, migration, migrations))) done.push(migration.name);
  }
  return done;
}

async function alreadyApplied(db: Database): Promise<Applied[]> {
  const [found] = await db.query<{ there: boolean }>(
    `select to_regclass('migrations') is not null as there`,
  );
  return found?.there ? db.query<Applied>('select name, sha256 from migrations order by name') : [];
}

/** False when another process was faster. */
async function apply(sql: Sql, migration: Migration, all: readonly Migration[]): Promise<boolean> {
  await sql.query('select pg_advisory_xact_lock($1)', [LOCK]);
  await sql.query(TABLE);
  const applied = await sql.query<Applied>('select name, sha256 from migrations');
  refuseStrangeHistory(applied, all);
  if (applied.some(({ name }) => name === migration.name)) return false;
  // A migration of a large table may take long; its locks must not be waited for for long.
  await sql.query(`set local statement_timeout to 0`);
  await sql.query(migration.sql);
  await sql.query('insert into migrations values ($1, $2, clock_timestamp())', [
    migration.name,
    migration.sha256,
  ]);
  return true;
}

function refuseStrangeHistory(applied: readonly Applied[], files: readonly Migration[]): void {
  for (const { name, sha256 } of applied) {
    const file = files.find((candidate) => candidate.name === name);
    if (!file) {
      throw new StrangeHistory(
        `The database has had the migration ${name}, which this version of Endwell does not ` +
          'know. It was made by a newer version: run that one.',
      );
    }
    if (file.sha256 !== sha256) {
      throw new StrangeHistory(
        `The migration ${name} was edited after it had been applied. Put the file back as it ` +
          'was, and make the change in a new migration.',
      );
    }
  }
}
