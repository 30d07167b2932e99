// Free text, outside events. An event holds only the id of a text and a salted commitment to it,
// so that a text can be erased without breaking the chain, and a sealed review cannot be guessed
// from its hash. Who may read which text is decided above.
import { hash, randomBytes } from 'node:crypto';
import type { TextRef } from '../domain/people.ts';
import type { Sql } from './connection.ts';
import type { Statement } from './driver/flights.ts';
import { newId } from './ids.ts';

export type SealedText = {
  readonly ref: TextRef;
  readonly body: string;
  readonly salt: Uint8Array;
};

/** A new text with its reference; `at` is when it was written. */
export function sealedText(body: string, at: Temporal.Instant): SealedText {
  const salt = randomBytes(16);
  return { ref: { text: newId('txt', at), digest: digestOf(body, salt) }, body, salt };
}

/** The name of a file, a text under the id of the file. No event holds a commitment to it. */
export function sealedName(id: string, name: string): SealedText {
  const salt = randomBytes(16);
  return { ref: { text: id, digest: digestOf(name, salt) }, body: name, salt };
}

/** The commitment: sha256 over the salt and the text. */
export function digestOf(body: string, salt: Uint8Array): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(body)]), 'hex');
}

export type TextRow = SealedText & { readonly stream: string };

/** The name of a file may come twice, by two commands that carry it: the first one stands. */
export function insertTexts(rows: readonly TextRow[]): Statement {
  return {
    name: 'texts-insert',
    text: `insert into texts (id, stream, body, salt)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::bytea[])
      on conflict (id) do nothing`,
    values: [
      rows.map((row) => row.ref.text),
      rows.map((row) => row.stream),
      rows.map((row) => row.body),
      rows.map((row) => row.salt),
    ],
  };
}

/** Texts by their id. One that was erased, or never was, is not in the answer. */
export async function readTexts(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.named<{ id: string; body: string }>(
    'texts-read',
    'select id, body from texts where id = any($1) and body is not null',
    [ids],
  );
  return new Map(rows.map(({ id, body }) => [id, body]));
}
