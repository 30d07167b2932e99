// The record of commands that were carried out, by principal and key: what makes a second click
// harmless. The answer is not kept; it is read again from the events that it names.
import type { Row, Statement } from './driver/flights.ts';

export type CommandRecord = {
  readonly principal: string;
  readonly key: string;
  /** Of everything that the principal asked for: the same key with another body is refused. */
  readonly body: Uint8Array;
  readonly stream: string;
  readonly first: number;
  /** One less than `first` when the command made no event. */
  readonly last: number;
};

export type Key = { readonly principal: string; readonly key: string };

/** To be sent after the locks: a statement that waited would see what was before the wait. */
export function readCommands(keys: readonly Key[]): Statement {
  return {
    name: 'commands-read',
    text: `select principal, key, body, stream, first_seq, last_seq
      from unnest($1::text[], $2::text[]) as k(p, k) join commands on principal = p and key = k`,
    values: [keys.map(({ principal }) => principal), keys.map(({ key }) => key)],
  };
}

export function commandOfRow(row: Row): CommandRecord {
  return {
    principal: String(row.principal),
    key: String(row.key),
    body: row.body as Uint8Array,
    stream: String(row.stream),
    first: Number(row.first_seq),
    last: Number(row.last_seq),
  };
}

export function insertCommands(rows: readonly CommandRecord[]): Statement {
  return {
    name: 'commands-insert',
    text: `insert into commands (principal, key, body, stream, first_seq, last_seq)
      select * from unnest($1::text[], $2::text[], $3::bytea[], $4::text[], $5::int[], $6::int[])`,
    values: [
      rows.map((row) => row.principal),
      rows.map((row) => row.key),
      rows.map((row) => row.body),
      rows.map((row) => row.stream),
      rows.map((row) => row.first),
      rows.map((row) => row.last),
    ],
  };
}
