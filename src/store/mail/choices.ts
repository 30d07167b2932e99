// Who gets which mails, and where and when they read them.
import type { Database, Sql } from '../connection.ts';

/** `needs`: only what needs them, and reminders of it. Mails about the account always go out. */
export type MailChoice = 'all' | 'needs' | 'none';

export const mailChoices: readonly MailChoice[] = ['all', 'needs', 'none'];

export type MailReader = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly wants: MailChoice;
};

/** Those who have an account, by id. */
export async function mailReaders(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MailReader>> {
  const rows = await sql.query<MailReader>(
    `select p.id, p.name, p.time_zone as "timeZone", coalesce(c.wants, 'all') as wants
     from people p left join mail_choices c on c.person = p.id where p.id = any($1)`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function mailChoiceOf(sql: Sql, person: string): Promise<MailChoice> {
  const [row] = await sql.query<{ wants: MailChoice }>(
    'select wants from mail_choices where person = $1',
    [person],
  );
  return row?.wants ?? 'all';
}

export async function chooseMails(db: Database, person: string, wants: MailChoice): Promise<void> {
  await db.query(
    `insert into mail_choices (person, wants) values ($1, $2)
     on conflict (person) do update set wants = excluded.wants`,
    [person, wants],
  );
}
