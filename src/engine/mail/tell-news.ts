// Tells what has happened, from the feed of events in the order of commits: each event once to
// each person whom it concerns. Where the feed has been read to is written in the transaction
// that writes the mails, so that nothing is told twice and nothing is left out. What one command
// or one deadline did is one mail. A contract that was touched is looked at for reminders anew.
import { present } from '../../domain/assert.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../../domain/contracts/events.ts';
import type { NextView } from '../../domain/contracts/seen/view.ts';
import { seenEvent } from '../../domain/contracts/seen-event.ts';
import type { Party } from '../../domain/people.ts';
import { nextReminderAt, remindersDue } from '../../domain/reminders.ts';
import type { Database, Sql } from '../../store/connection.ts';
import type { Row } from '../../store/driver/flights.ts';
import { type EventRow, eventOfRow } from '../../store/events.ts';
import { readFeed } from '../../store/feed.ts';
import { lockMailCursor, mailCursor, moveMailCursor, setLooks } from '../../store/mail/looks.ts';
import { insertMails, type NewMail } from '../../store/mail/outbox.ts';
import { loadPolicies, type PolicyBook } from '../../store/policies.ts';
import { newsLetter } from '../../words/mail/letters.ts';
import { contractsNow, noTexts } from './contracts-now.ts';
import { toldTo } from './told.ts';
import { bothParties, mailOf, type Readers, readersOf, sceneFor, type Writing } from './writing.ts';

const page = 200;

/** What was done at one moment by one actor to one contract. */
type Deed = { readonly contract: Contract; readonly events: readonly Happened<ContractEvent>[] };

/** Goes on to the end of the feed; how many mails were written. */
export async function tellNews(db: Database, book: PolicyBook, how: Writing): Promise<number> {
  // An idle round locks and writes nothing.
  const { events } = await readFeed(db, await mailCursor(db), 1);
  if (events.length === 0) return 0;
  for (let written = 0; ; ) {
    const { read, mails } = await db.tx((sql) => tellSome(sql, book, how));
    written += mails;
    if (read < page) return written;
  }
}

async function tellSome(sql: Sql, book: PolicyBook, how: Writing) {
  const before = await lockMailCursor(sql);
  if (before === null) return { read: 0, mails: 0 };
  const { events, cursor } = await readFeed(sql, before, page);
  if (events.length === 0) return { read: 0, mails: 0 };
  await loadPolicies(sql, book);
  const streams = events.map(({ stream }) => stream);
  const contracts = await contractsNow(sql, book, streams, how.now);
  const readers = await readersOf(sql, contracts.values());
  const mails = deedsIn(events, contracts, book).flatMap((deed) => newsOf(deed, readers, how));
  const told = await insertMails(sql, mails);
  const looks = [...contracts.values()].map((c) => ({ stream: c.id, at: nextLook(c, how.now) }));
  await setLooks(sql, looks);
  await moveMailCursor(sql, cursor);
  return { read: events.length, mails: told };
}

/** At once where something is due already: the look itself says it. */
function nextLook(c: Contract, now: Temporal.Instant): Temporal.Instant | null {
  return remindersDue(c, now).length > 0 ? now : nextReminderAt(c, now);
}

function deedsIn(
  rows: readonly EventRow[],
  contracts: ReadonlyMap<string, Contract>,
  book: PolicyBook,
): readonly Deed[] {
  const deeds: { contract: Contract; events: Happened<ContractEvent>[] }[] = [];
  for (const row of rows) {
    const contract = contracts.get(row.stream);
    if (contract === undefined) continue;
    const one = eventOfRow<ContractEvent>(row as unknown as Row, book);
    const last = deeds.at(-1);
    if (last?.contract === contract && isOneDeed(last.events.at(-1), one)) last.events.push(one);
    else deeds.push({ contract, events: [one] });
  }
  return deeds;
}

function isOneDeed(a: Happened<ContractEvent> | undefined, b: Happened<ContractEvent>): boolean {
  return a?.at.equals(b.at) === true && a.as === b.as && a.by === b.by;
}

function newsOf({ contract, events }: Deed, readers: Readers, how: Writing): readonly NewMail[] {
  return bothParties.flatMap((party) => {
    const told = events.filter((one) => toldTo(party, one) !== null);
    const wants = readers.get(contract[party])?.wants ?? 'none';
    const needed = told.some((one) => toldTo(party, one)?.needs);
    if (told.length === 0 || wants === 'none' || (wants === 'needs' && !needed)) return [];
    return newsFor(party, contract, told, readers, how);
  });
}

function newsFor(
  party: Party,
  contract: Contract,
  told: readonly Happened<ContractEvent>[],
  readers: Readers,
  how: Writing,
): readonly NewMail[] {
  const first = present(told[0], 'something is told');
  const envelope = {
    key: `news ${contract.id} ${first.seq} ${party}`,
    person: contract[party],
    kind: 'news' as const,
    about: contract.id,
    at: first.at,
    goodUntil: null,
  };
  return mailOf(how, envelope, () => {
    const scene = sceneFor(how, readers, party, contract);
    const events = told.flatMap((one) => seenEvent(party, contract, one, noTexts) ?? []);
    const needed = told.find((one) => toldTo(party, one)?.needs);
    const lead = events.find(({ seq }) => seq === needed?.seq) ?? events[0];
    if (scene === null || lead === undefined) return null;
    return newsLetter({ events, lead, next: untilWhen(party, told, scene.view.next) }, scene);
  });
}

/** The soonest deadline of those that began here and are still open to the reader. */
function untilWhen(
  party: Party,
  told: readonly Happened<ContractEvent>[],
  next: readonly NextView[],
): NextView | null {
  const begun = next.find(({ what, subject, who_can_act }) =>
    told.some((one) => {
      if (toldTo(party, one)?.until !== what || !who_can_act.includes(party)) return false;
      return !('milestone' in one.event) || one.event.milestone === subject;
    }),
  );
  return begun ?? null;
}
