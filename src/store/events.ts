// The events of streams, as rows. Each carries the hash of everything before it in its stream:
// sha256 over the canonical JSON of the event and of the hash before. Nothing here changes an
// event that is written; the database refuses that too.
import { hash } from 'node:crypto';
import type { Happened } from '../domain/contracts/events.ts';
import type { Role } from '../domain/people.ts';
import { canonical, decode, listOfTexts, type Policies, textsOf } from './codec.ts';
import type { Sql } from './connection.ts';
import type { Row, Statement } from './driver/flights.ts';

export type AnyEvent = { readonly type: string };

export type EventRow = {
  readonly stream: string;
  readonly seq: number;
  readonly at: Temporal.Instant;
  readonly by: string | null;
  readonly as: string;
  readonly type: string;
  /** Canonical JSON of the event without its type. */
  readonly data: string;
  readonly hash: Uint8Array;
};

/** What the first event of a stream follows. */
export const beginning: Uint8Array = new Uint8Array(32);

/** The row of an event that follows `before` in its stream. */
export function eventRow(stream: string, one: Happened<AnyEvent>, before: Uint8Array): EventRow {
  const { type, ...fields } = one.event;
  const row = { stream, seq: one.seq, at: one.at, by: one.by, as: one.as, type };
  const data = canonical(fields);
  return { ...row, data, hash: hashOf({ ...row, data }, before) };
}

/** The hash of an event, from what its row says. The text is canonical JSON, put together here. */
export function hashOf(row: Omit<EventRow, 'hash'>, before: Uint8Array): Uint8Array {
  const by = row.by === null ? 'null' : JSON.stringify(row.by);
  const text =
    `{"as":"${row.as}","at":"${row.at.toString()}","by":${by},"data":${row.data},` +
    `"previous":"${Buffer.from(before).toString('hex')}","seq":${row.seq},` +
    `"stream":${JSON.stringify(row.stream)},"type":"${row.type}"}`;
  return hash('sha256', text, 'buffer');
}

export function insertEvents(rows: readonly EventRow[]): Statement {
  return {
    name: 'events-insert',
    text: `insert into events (stream, seq, at, by, "as", type, data, hash)
      select * from unnest($1::text[], $2::int[], $3::timestamptz[], $4::text[], $5::text[],
        $6::text[], ${listOfTexts('$7')}::json[], $8::bytea[])`,
    values: [
      rows.map((row) => row.stream),
      rows.map((row) => row.seq),
      rows.map((row) => row.at),
      rows.map((row) => row.by),
      rows.map((row) => row.as),
      rows.map((row) => row.type),
      textsOf(rows.map((row) => row.data)),
      rows.map((row) => row.hash),
    ],
  };
}

export const eventColumns = 'stream, seq, at, by, "as", type, data::text as data, hash';

export type Range = { readonly stream: string; readonly first: number; readonly last: number };

/** Several stretches of streams at once, in order. */
export function readRanges(ranges: readonly Range[]): Statement {
  return {
    name: 'events-of-ranges',
    text: `select ${eventColumns} from unnest($1::text[], $2::int[], $3::int[]) as r(s, first, last)
      join events on stream = s and seq between first and last order by stream, seq`,
    values: [
      ranges.map((range) => range.stream),
      ranges.map((range) => range.first),
      ranges.map((range) => range.last),
    ],
  };
}

export function eventOfRow<E extends AnyEvent>(row: Row, policies: Policies): Happened<E> {
  const fields = decode<object>(String(row.data), policies);
  return {
    seq: Number(row.seq),
    at: row.at as Temporal.Instant,
    by: row.by as string | null,
    as: row.as as Role,
    event: { type: row.type, ...fields } as unknown as E,
  };
}

/** All events of a stream, oldest first. */
export async function readEvents<E extends AnyEvent>(
  sql: Sql,
  policies: Policies,
  stream: string,
): Promise<readonly Happened<E>[]> {
  const rows = await sql.named(
    'events-of-stream',
    `select ${eventColumns} from events where stream = $1 order by seq`,
    [stream],
  );
  return rows.map((row) => eventOfRow<E>(row, policies));
}
