// Sends what is in the outbox, outside any transaction: claims a few mails, hands each to the
// mailer, writes down how it went. A server that is away is tried again, more and more seldom,
// for some days; a mail that a server does not want is not. If this process dies between sending
// and writing that down, the mail goes out a second time under the same id.
import { type Mailer, MailRefused } from '../../outside/mail/mailer.ts';
import type { Database } from '../../store/connection.ts';
import { claimMails, settleMail, tryMailAgain, type WaitingMail } from '../../store/mail/outbox.ts';
import type { PolicyBook } from '../../store/policies.ts';
import { stillReminds } from './tell-reminders.ts';

export type Sending = {
  readonly db: Database;
  readonly book: PolicyBook;
  readonly mailer: Mailer;
  readonly now: Temporal.Instant;
  readonly origin: string;
  /** Evaluation mode: the mailbox page shows what was said. */
  readonly keepsTexts: boolean;
};

const few = 20;
const leaseMinutes = 10;
/** Until the next try, by how many there have been. */
const pauseMinutes = [1, 5, 15, 60, 240, 720, 1440];

/** Goes on until nothing waits; how many mails left, or stay here for good. */
export async function sendMails(sending: Sending): Promise<number> {
  const { db, now } = sending;
  for (let done = 0; ; ) {
    const mails = await claimMails(db, now, now.add({ minutes: leaseMinutes }), few);
    for (const mail of mails) if (await sendOne(sending, mail)) done += 1;
    if (mails.length < few) return done;
  }
}

async function sendOne(sending: Sending, mail: WaitingMail): Promise<boolean> {
  const { db, mailer, keepsTexts, origin } = sending;
  const forget = !keepsTexts;
  if (await isTooLate(sending, mail)) {
    await settleMail(db, mail.id, { status: 'dropped', forget: true });
    return false;
  }
  try {
    const { id, email: to, subject, body: text, html } = mail;
    const choose = mail.kind === 'account' ? null : `${origin}/account#mail`;
    const status = await mailer.post({ id, to, subject, text, html, choose });
    await settleMail(db, id, { status, forget: forget && status === 'sent' });
    return true;
  } catch (error) {
    await later(sending, mail, error);
    return false;
  }
}

async function isTooLate({ db, book, now }: Sending, mail: WaitingMail): Promise<boolean> {
  const { goodUntil, kind } = mail;
  if (goodUntil !== null && Temporal.Instant.compare(goodUntil, now) <= 0) return true;
  return kind === 'reminder' && !(await stillReminds(db, book, mail, now));
}

async function later({ db, now, keepsTexts }: Sending, mail: WaitingMail, error: unknown) {
  const problem = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  const minutes = pauseMinutes[mail.attempts - 1];
  if (error instanceof MailRefused || minutes === undefined) {
    await settleMail(db, mail.id, { status: 'failed', problem, forget: !keepsTexts });
    return;
  }
  await tryMailAgain(db, mail.id, now.add({ minutes }), problem);
}
