// Whom a contract reminds of what, and when: read off its state and its frozen policy like its
// deadlines, never scheduled. A reminder is mail and changes nothing; what happens without it is
// the deadline's business. When several of one deadline have passed, only the latest is due, so
// that a late worker reminds once.
import { after, compareInstants, type Duration, earliest, type Instant } from './calendar.ts';
import { type Contract, milestoneOf, openQuestion } from './contracts/contract.ts';
import { type Deadline, type DeadlineKind, deadlinesOf } from './contracts/deadlines.ts';
import type { Party } from './people.ts';

export type ReminderOf = DeadlineKind | 'question_waits';

export type Reminder = {
  readonly what: ReminderOf;
  /** As of the deadline that it reminds of. */
  readonly subject: string;
  readonly at: Instant;
  /** When what it reminds of has passed; null for a question, which waits without end. */
  readonly until: Instant | null;
  readonly to: Party;
};

const parties: readonly Party[] = ['client', 'freelancer'];
const oneDay = Temporal.Duration.from('-P1D');

/** How long from a deadline those who can act hear of it again: before it, so all are negative. */
const leads: Readonly<Partial<Record<DeadlineKind, readonly Duration[]>>> = {
  offer_expires: [oneDay],
  change_answer_ends: [oneDay],
  cancel_answer_ends: [oneDay],
  reopen_answer_ends: [oneDay],
  escrow_refund_answer_ends: [oneDay],
  dispute_answer_ends: [oneDay],
  mediation_answer_ends: [oneDay],
  arbitration_opt_in_ends: [oneDay],
  feedback_closes: [oneDay],
  feedback_change_ends: [oneDay],
  due_passes: [oneDay],
  dormancy_step_ends: [oneDay],
  // Two weeks' and one week's notice: domain rules, 2.4.
  contract_goes_dormant: [Temporal.Duration.from('-P14D'), Temporal.Duration.from('-P7D')],
};

/** All of a contract as it stands, those that have passed too. */
export function remindersOf(c: Contract): readonly Reminder[] {
  return [...deadlinesOf(c).flatMap((deadline) => ofDeadline(c, deadline)), ...ofQuestion(c)];
}

function ofDeadline(c: Contract, { what, subject, at: until, whoCanAct }: Deadline): Reminder[] {
  const moments =
    what === 'review_ends'
      ? ofReview(c, subject)
      : (leads[what] ?? []).map((lead) => after(until, lead));
  const to = parties.filter(
    (party) => whoCanAct.includes(party) && isAsked(c, what, subject, party),
  );
  return moments
    .filter((at) => compareInstants(at, until) < 0)
    .flatMap((at) => to.map((party) => ({ what, subject, at, until, to: party })));
}

/** The policy counts them from the submission. */
function ofReview(c: Contract, milestone: string): readonly Instant[] {
  const submittedAt = milestoneOf(c, milestone)?.submittedAt ?? null;
  if (submittedAt === null) return [];
  return c.terms.policy.review.reminders.map((span) => after(submittedAt, span));
}

/** Who has said what there was to say is not reminded, although they could say more. */
function isAsked(c: Contract, what: DeadlineKind, subject: string, party: Party): boolean {
  if (what === 'feedback_closes') return c.feedback[party] === null;
  // A counter is the client's to answer, an offer the freelancer's.
  if (what === 'offer_expires') return (party === 'client') === (c.counter?.status === 'open');
  // Work is due that is paid for and that nothing stands in the way of.
  if (what === 'due_passes') {
    return milestoneOf(c, subject)?.status === 'funded' && openQuestion(c) === undefined;
  }
  return true;
}

function ofQuestion(c: Contract): Reminder[] {
  const question = openQuestion(c);
  const { remind } = c.terms.policy.clarification;
  if (question === undefined || remind === null) return [];
  const subject = `${question.askedAt}`;
  const at = after(question.askedAt, remind);
  return parties.map((to) => ({ what: 'question_waits', subject, at, until: null, to }));
}

/** The same for all reminders of one deadline to one party. */
function causeOf({ what, subject, until, to }: Reminder): string {
  return [what, subject, until, to].join(' ');
}

/** Names a reminder for ever: each is sent once at most. */
export function reminderName(reminder: Reminder): string {
  return `${causeOf(reminder)} ${reminder.at}`;
}

/** What has to be said by now and still makes sense: of each cause the latest. */
export function remindersDue(c: Contract, now: Instant): readonly Reminder[] {
  const latest = new Map<string, Reminder>();
  for (const one of remindersOf(c)) {
    const passed = compareInstants(one.at, now) <= 0;
    if (!passed || (one.until !== null && compareInstants(one.until, now) <= 0)) continue;
    const before = latest.get(causeOf(one));
    if (before === undefined || compareInstants(before.at, one.at) < 0) {
      latest.set(causeOf(one), one);
    }
  }
  return [...latest.values()];
}

/** When to look again if nothing happens meanwhile. */
export function nextReminderAt(c: Contract, now: Instant): Instant | null {
  return earliest(
    remindersOf(c)
      .map(({ at }) => at)
      .filter((at) => compareInstants(at, now) > 0),
  );
}
