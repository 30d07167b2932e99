// What the worker that finds out about mail keeps: how far it has read the feed of events, and
// when the reminders of each contract are worth looking at next. Both can be made anew from
// events and states; losing a look loses a reminder, never a deadline.
import type { Database, Sql } from '../connection.ts';
import { type FeedCursor, feedBegins } from '../feed.ts';

/** Where the feed has been read to, without keeping anybody from reading on. */
export async function mailCursor(sql: Sql): Promise<FeedCursor> {
  const [row] = await sql.query<{ cursor: string }>('select cursor from mail_cursor');
  return row?.cursor ?? feedBegins;
}

/** Null when another worker is at it: it will tell what there is. */
export async function lockMailCursor(sql: Sql): Promise<FeedCursor | null> {
  const [row] = await sql.query<{ cursor: string }>(
    'select cursor from mail_cursor for update skip locked',
  );
  return row?.cursor ?? null;
}

export async function moveMailCursor(sql: Sql, cursor: FeedCursor): Promise<void> {
  await sql.query('update mail_cursor set cursor = $1', [cursor]);
}

/** When to look at which contract; null is never, as long as nothing happens to it. */
export type Look = { readonly stream: string; readonly at: Temporal.Instant | null };

export async function setLooks(sql: Sql, looks: readonly Look[]): Promise<void> {
  if (looks.length === 0) return;
  const never = looks.filter(({ at }) => at === null).map(({ stream }) => stream);
  const some = looks.filter(({ at }) => at !== null);
  await sql.query('delete from reminder_looks where stream = any($1)', [never]);
  await sql.query(
    `insert into reminder_looks (stream, at)
     select * from unnest($1::text[], $2::timestamptz[]) as u(stream, at) order by stream
     on conflict (stream) do update set at = excluded.at`,
    [some.map(({ stream }) => stream), some.map(({ at }) => at)],
  );
}

/** Contracts to look at now, locked, so that no other worker looks at them meanwhile. */
export async function lockDueLooks(
  sql: Sql,
  now: Temporal.Instant,
  most: number,
): Promise<readonly string[]> {
  const rows = await sql.query<{ stream: string }>(
    `select stream from reminder_looks where at <= $1 order by at, stream limit $2
     for update skip locked`,
    [now, most],
  );
  return rows.map(({ stream }) => stream);
}

/** The next moment at which a reminder may be due. The clock of evaluation mode stops there. */
export async function nextLookAt(db: Database): Promise<Temporal.Instant | null> {
  const [row] = await db.query<{ at: Temporal.Instant }>(
    'select at from reminder_looks order by at limit 1',
  );
  return row?.at ?? null;
}
