// The rows of files: who sent what, and where it belongs. A content is deleted only when no row
// names it any more; both that and the keeping of a new one happen under a lock on the content, so
// that none is deleted while somebody sends the same once more.
import type { PersonId } from '../domain/people.ts';
import type { Sql } from './connection.ts';
import type { Row, Statement } from './driver/flights.ts';

export type FileRow = {
  readonly id: string;
  readonly owner: PersonId;
  readonly sha256: string;
  readonly bytes: number;
  readonly media_type: string;
  /** From here or from the texts of its contract; null when it was erased there. */
  readonly name: string | null;
  readonly at: Temporal.Instant;
  /** The contract that it is part of. */
  readonly stream: string | null;
};

/** Until the transaction ends, nobody else keeps or deletes this content. */
export async function lockContent(sql: Sql, sha256: string): Promise<void> {
  await sql.named(
    'files-lock-content',
    `select pg_advisory_xact_lock(hashtextextended('file ' || $1, 0))`,
    [sha256],
  );
}

/** Until the transaction ends, this person sends nothing else. */
export async function lockOwner(sql: Sql, owner: PersonId): Promise<void> {
  await sql.named(
    'files-lock-owner',
    `select pg_advisory_xact_lock(hashtextextended('files of ' || $1, 0))`,
    [owner],
  );
}

export async function insertFile(sql: Sql, row: FileRow & { name: string }): Promise<void> {
  const { id, owner, sha256, bytes, media_type, name, at } = row;
  await sql.named(
    'files-insert',
    `insert into files (id, owner, sha256, bytes, media_type, name, at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, owner, sha256, bytes, media_type, name, at],
  );
}

/** Files by their ids, in no order; what is not there is not in the answer. */
export async function readFiles(sql: Sql, ids: readonly string[]): Promise<readonly FileRow[]> {
  if (ids.length === 0) return [];
  const rows = await sql.named(
    'files-read',
    `select f.id, owner, sha256, bytes, media_type, coalesce(name, body) as name, at, f.stream
      from files f left join texts t on t.id = f.id where f.id = any($1)`,
    [ids],
  );
  return rows.map(fileOfRow);
}

/** How many files of somebody belong to nothing yet. */
export async function countUnused(sql: Sql, owner: PersonId): Promise<number> {
  const [row] = await sql.named<{ count: string }>(
    'files-count-unused',
    'select count(*)::text as count from files where owner = $1 and stream is null',
    [owner],
  );
  return Number(row?.count ?? 0);
}

export type Claim = { readonly id: string; readonly stream: string };

/** From now on these belong to their contracts; their names stand among the texts there. */
export function claimFiles(claims: readonly Claim[]): Statement {
  return {
    name: 'files-claim',
    text: `update files f set stream = c.stream, name = null
      from unnest($1::text[], $2::text[]) as c(id, stream) where f.id = c.id and f.stream is null`,
    values: [claims.map(({ id }) => id), claims.map(({ stream }) => stream)],
  };
}

export type Unused = { readonly id: string; readonly sha256: string };

/** Some of what nobody has used and was sent before a moment. */
export async function unusedBefore(
  sql: Sql,
  before: Temporal.Instant,
  most: number,
): Promise<readonly Unused[]> {
  return sql.named<Unused>(
    'files-unused',
    'select id, sha256 from files where stream is null and at < $1 order by at, id limit $2',
    [before, most],
  );
}

/** Unless a command has named it meanwhile. */
export async function deleteUnused(sql: Sql, id: string): Promise<void> {
  await sql.named('files-delete', 'delete from files where id = $1 and stream is null', [id]);
}

export async function isContentUsed(sql: Sql, sha256: string): Promise<boolean> {
  const rows = await sql.named(
    'files-of-content',
    'select 1 from files where sha256 = $1 limit 1',
    [sha256],
  );
  return rows.length > 0;
}

function fileOfRow(row: Row): FileRow {
  return { ...(row as unknown as FileRow), bytes: Number(row.bytes) };
}
