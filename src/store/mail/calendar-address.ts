// The secret address of somebody's calendar. A calendar program cannot sign in, so whoever knows
// the address may read; only the secret's hash is kept, and making a new one ends the old one.
import { hash, randomBytes } from 'node:crypto';
import type { Database, Sql } from '../connection.ts';

const SECRET = /^[A-Za-z0-9_-]{43}$/;

function digestOf(secret: string): Buffer {
  return hash('sha256', secret, 'buffer');
}

/** A new secret, which is told this once; an older one is forgotten. */
export async function makeCalendarAddress(
  db: Database,
  person: string,
  at: Temporal.Instant,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await db.query(
    `insert into calendar_addresses (person, digest, made_at) values ($1, $2, $3)
     on conflict (person) do update set digest = excluded.digest, made_at = excluded.made_at`,
    [person, digestOf(secret), at],
  );
  return secret;
}

export async function endCalendarAddress(db: Database, person: string): Promise<void> {
  await db.query('delete from calendar_addresses where person = $1', [person]);
}

/** When the address that is in force was made; null when there is none. */
export async function calendarAddressOf(
  sql: Sql,
  person: string,
): Promise<Temporal.Instant | null> {
  const [row] = await sql.query<{ made_at: Temporal.Instant }>(
    'select made_at from calendar_addresses where person = $1',
    [person],
  );
  return row?.made_at ?? null;
}

/** Whose calendar it is. */
export async function personOfCalendar(sql: Sql, secret: string): Promise<string | null> {
  if (!SECRET.test(secret)) return null;
  const [row] = await sql.query<{ person: string }>(
    'select person from calendar_addresses where digest = $1',
    [digestOf(secret)],
  );
  return row?.person ?? null;
}
