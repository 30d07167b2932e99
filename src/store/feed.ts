// The events of everything in the order in which they were committed, for whoever follows along:
// deliveries, webhooks, search. An event's place is its transaction's number, then stream and
// seq; numbers below the oldest transaction that still runs cannot appear any more, so a reader
// that stops there misses nothing. A cursor over growing ids would: ids are given before commits.
// A transaction that stays open anywhere in the database cluster stops the feed until it ends.

import type { Sql } from './connection.ts';
import { type EventRow, eventColumns } from './events.ts';

/** Where a reader stands: after this event. Text, to be kept as it is. */
export type FeedCursor = string;

export type FeedPage = {
  readonly events: readonly EventRow[];
  /** After the last of them; the one that was given when there is none. */
  readonly cursor: FeedCursor;
};

export const feedBegins: FeedCursor = '0::0';

type Row = EventRow & { readonly xid: string };

/** The next events after the cursor, in the order of commits and in seq order within a stream. */
export async function readFeed(sql: Sql, cursor: FeedCursor, most: number): Promise<FeedPage> {
  const [xid = '0', stream = '', seq = '0'] = cursor.split(':');
  const rows = await sql.named<Row>(
    'events-feed',
    `select ${eventColumns}, xid::text as xid from events
     where xid < pg_snapshot_xmin(pg_current_snapshot()) and xid >= $1::xid8
       and (xid, stream, seq) > ($1::xid8, $2, $3::int)
     order by events.xid, stream, seq limit $4`,
    [xid, stream, Number(seq), most],
  );
  const last = rows.at(-1);
  const events = rows.map(({ xid: _, ...event }) => event);
  return { events, cursor: last ? `${last.xid}:${last.stream}:${last.seq}` : cursor };
}
