// Reminds: looks at the contracts whose next reminder has come, and writes down what is due.
// Nothing is scheduled: what is due is read off the contract as it is at this moment, so that a
// reminder whose reason is gone is never written, and a late look says the latest one only.
import { assert } from '../../domain/assert.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import {
  nextReminderAt,
  type Reminder,
  reminderName,
  remindersDue,
  remindersOf,
} from '../../domain/reminders.ts';
import type { Database, Sql } from '../../store/connection.ts';
import { lockDueLooks, nextLookAt, setLooks } from '../../store/mail/looks.ts';
import { insertMails, type NewMail } from '../../store/mail/outbox.ts';
import { loadPolicies, type PolicyBook } from '../../store/policies.ts';
import { type MailScene, questionLetter, reminderLetter } from '../../words/mail/letters.ts';
import type { WrittenLetter } from '../../words/mail/writing.ts';
import { contractsNow } from './contracts-now.ts';
import { mailOf, type Readers, readersOf, sceneFor, type Writing } from './writing.ts';

const page = 50;

/** Goes on until nothing is to be looked at; how many mails were written. */
export async function tellReminders(db: Database, book: PolicyBook, how: Writing): Promise<number> {
  const next = await nextLookAt(db);
  if (next === null || Temporal.Instant.compare(next, how.now) > 0) return 0;
  for (let written = 0; ; ) {
    const { looked, mails } = await db.tx((sql) => remindSome(sql, book, how));
    written += mails;
    if (looked < page) return written;
  }
}

async function remindSome(sql: Sql, book: PolicyBook, how: Writing) {
  const streams = await lockDueLooks(sql, how.now, page);
  if (streams.length === 0) return { looked: 0, mails: 0 };
  await loadPolicies(sql, book);
  const contracts = await contractsNow(sql, book, streams, how.now);
  const readers = await readersOf(sql, contracts.values());
  const mails = [...contracts.values()].flatMap((c) => remindersFor(c, readers, how));
  const written = await insertMails(sql, mails);
  await setLooks(
    sql,
    streams.map((stream) => {
      const contract = contracts.get(stream);
      return { stream, at: contract === undefined ? null : nextReminderAt(contract, how.now) };
    }),
  );
  return { looked: streams.length, mails: written };
}

function remindersFor(c: Contract, readers: Readers, how: Writing): readonly NewMail[] {
  return remindersDue(c, how.now).flatMap((reminder) => {
    const wants = readers.get(c[reminder.to])?.wants ?? 'none';
    if (wants === 'none') return [];
    const envelope = {
      key: keyOf(c, reminder),
      person: c[reminder.to],
      kind: 'reminder' as const,
      about: c.id,
      at: how.now,
      goodUntil: reminder.until,
    };
    return mailOf(how, envelope, () => {
      const scene = sceneFor(how, readers, reminder.to, c);
      return scene === null ? null : letterOf(reminder, c, scene);
    });
  });
}

function keyOf(c: Contract, reminder: Reminder): string {
  return `reminder ${c.id} ${reminderName(reminder)}`;
}

function letterOf(
  { what, subject, until }: Reminder,
  c: Contract,
  scene: MailScene,
): WrittenLetter {
  const asked = c.clarifications.find(({ askedAt }) => `${askedAt}` === subject);
  if (what === 'question_waits' && asked !== undefined) {
    return questionLetter(asked.by, subject, scene);
  }
  const next = scene.view.next.find(
    (one) => one.what === what && (one.subject ?? '') === subject && one.at === `${until}`,
  );
  assert(next !== undefined, `${c.id} has the deadline that it reminds of: ${what}`);
  return reminderLetter(next, scene);
}

/** Whether a mail that waits has still its reason: it was written, and then it waited. */
export async function stillReminds(
  db: Database,
  book: PolicyBook,
  mail: { readonly key: string; readonly about: string | null },
  now: Temporal.Instant,
): Promise<boolean> {
  await loadPolicies(db, book);
  const contracts = await contractsNow(db, book, mail.about === null ? [] : [mail.about], now);
  return [...contracts.values()].some((c) =>
    remindersOf(c).some((reminder) => keyOf(c, reminder) === mail.key),
  );
}
