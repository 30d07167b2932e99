// The outbox of mail. A mail has a key that says what is told when to whom, and the database takes
// each key once: however many workers find out the same, it is told once. Sending is no part of
// any transaction: a worker claims a few mails for a while, sends them, and writes down how it
// went.
import type { Database, Sql } from '../connection.ts';
import { isId, newId } from '../ids.ts';

export type MailKind = 'news' | 'reminder' | 'account';

export type MailStatus = 'waiting' | 'sent' | 'kept' | 'dropped' | 'failed';

export type NewMail = {
  readonly key: string;
  readonly person: string;
  readonly kind: MailKind;
  /** The contract that it is about. */
  readonly about: string | null;
  readonly at: Temporal.Instant;
  readonly subject: string;
  readonly body: string;
  readonly html: string;
  /** After it the mail would be about nothing any more. */
  readonly goodUntil: Temporal.Instant | null;
};

export type WaitingMail = Omit<NewMail, 'at'> & {
  readonly id: string;
  readonly email: string;
  /** This try included. */
  readonly attempts: number;
};

/** Writes down what is not there yet; how many that were. */
export async function insertMails(sql: Sql, mails: readonly NewMail[]): Promise<number> {
  if (mails.length === 0) return 0;
  const rows = await sql.query(
    `insert into mails
       (id, key, person, kind, about, at, subject, body, html, good_until, next_try_at)
     select u.*, u.at from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
       $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::timestamptz[])
       as u(id, key, person, kind, about, at, subject, body, html, good_until)
     on conflict (key) do nothing returning id`,
    [
      mails.map(({ at }) => newId('eml', at)),
      mails.map(({ key }) => key),
      mails.map(({ person }) => person),
      mails.map(({ kind }) => kind),
      mails.map(({ about }) => about),
      mails.map(({ at }) => at),
      mails.map(({ subject }) => subject),
      mails.map(({ body }) => body),
      mails.map(({ html }) => html),
      mails.map(({ goodUntil }) => goodUntil),
    ],
  );
  return rows.length;
}

/**
 * The next mails to send, in the order in which they were written. Until `leaseEnds` nobody else
 * gets them; a worker that dies meanwhile leaves them to the next one.
 */
export async function claimMails(
  db: Database,
  now: Temporal.Instant,
  leaseEnds: Temporal.Instant,
  most: number,
): Promise<readonly WaitingMail[]> {
  return db.query<WaitingMail>(
    `with claimed as (
       select n from mails where status = 'waiting' and next_try_at <= $1
       order by n limit $3 for update skip locked)
     update mails m set attempts = m.attempts + 1, next_try_at = $2
     from claimed, people p where m.n = claimed.n and p.id = m.person
     returning m.id, m.key, m.person, m.kind, m.about, m.subject, m.body, m.html, m.attempts,
       m.good_until as "goodUntil", p.email`,
    [now, leaseEnds, most],
  );
}

export type Settled = {
  readonly status: Exclude<MailStatus, 'waiting'>;
  readonly problem?: string;
  /** What was said is taken away: only the fact that it was is kept. */
  readonly forget: boolean;
};

export async function settleMail(db: Database, id: string, settled: Settled): Promise<void> {
  const forgets = settled.forget ? ', subject = null, body = null, html = null' : '';
  await db.query(
    `update mails set status = $2, problem = $3${forgets} where id = $1 and status = 'waiting'`,
    [id, settled.status, settled.problem ?? null],
  );
}

export async function tryMailAgain(
  db: Database,
  id: string,
  at: Temporal.Instant,
  problem: string,
): Promise<void> {
  await db.query(
    `update mails set next_try_at = $2, problem = $3 where id = $1 and status = 'waiting'`,
    [id, at, problem],
  );
}

export type KeptMail = {
  readonly id: string;
  readonly kind: MailKind;
  readonly about: string | null;
  readonly at: Temporal.Instant;
  readonly subject: string;
  readonly body: string;
  readonly status: MailStatus;
};

const keptColumns = 'id, kind, about, at, subject, body, status';

/** Somebody's mails whose text is still there, the newest first. */
export function mailsOf(sql: Sql, person: string, most: number): Promise<KeptMail[]> {
  return sql.query<KeptMail>(
    `select ${keptColumns} from mails where person = $1 and body is not null
     order by at desc, n desc limit $2`,
    [person, most],
  );
}

export async function mailOf(sql: Sql, person: string, id: string): Promise<KeptMail | undefined> {
  if (!isId('eml', id)) return undefined;
  const [mail] = await sql.query<KeptMail>(
    `select ${keptColumns} from mails where person = $1 and id = $2 and body is not null`,
    [person, id],
  );
  return mail;
}
