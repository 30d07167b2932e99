// Whether this PostgreSQL keeps what it has acknowledged. Asked once at start, so that a server
// that was tuned for speed in a test does not hold anybody's money unnoticed. It only reads
// settings; what to do about a problem is for whoever starts Endwell to decide.
import type { Database } from './connection.ts';

const OLDEST = 150_000;

/** Each problem as a sentence for an operator. Empty: all is well, or the database is embedded. */
export async function durabilityProblems(db: Database): Promise<string[]> {
  if (db.kind === 'embedded') return [];
  const rows = await db.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name = any($1)`,
    [['fsync', 'full_page_writes', 'synchronous_commit', 'server_version_num', 'server_version']],
  );
  const settings = new Map(rows.map(({ name, setting }) => [name, setting]));
  const problems: string[] = [];
  if (Number(settings.get('server_version_num')) < OLDEST) {
    problems.push(
      `This is PostgreSQL ${settings.get('server_version')}; Endwell needs version 15 or newer.`,
    );
  }
  if (settings.get('fsync') === 'off') {
    problems.push(
      'fsync is off: a power cut can destroy the whole database. Set fsync = on in ' +
        'postgresql.conf and reload the server.',
    );
  }
  if (settings.get('full_page_writes') === 'off') {
    problems.push(
      'full_page_writes is off: a power cut in the middle of a write can leave a page that ' +
        'cannot be repaired. Set full_page_writes = on in postgresql.conf and reload the server.',
    );
  }
  if (settings.get('synchronous_commit') === 'off') {
    problems.push(
      'synchronous_commit is off: a crash can lose commands whose success was already shown to ' +
        'people. Set synchronous_commit = on for the server, this database and its user.',
    );
  }
  return problems;
}
