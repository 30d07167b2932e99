// Which deadlines a contract has, read off its state: never stored, never scheduled, so that none
// can be forgotten. Each names its moment and who can act before it. What it does when it comes
// is in fire.ts; there every deadline that fires must leave this list.
import { after, compareInstants, earliest, endOfUtcDay, type Instant, later } from '../calendar.ts';
import { isPositive } from '../money/money.ts';
import type { Party } from '../people.ts';
import { type Contract, isSettled } from './contract.ts';
import { disputeDeadlines } from './disputes/deadlines.ts';
import { goesDormantAt, stepOf } from './dormancy/quiet.ts';

/** In the order in which deadlines of one instant come. */
export const deadlineOrder = [
  'charge_times_out',
  'offer_expires',
  'change_answer_ends',
  'cancel_answer_ends',
  'reopen_answer_ends',
  'review_ends',
  'escrow_refund_answer_ends',
  'dispute_answer_ends',
  'recommendation_due',
  'mediation_answer_ends',
  'arbitration_opt_in_ends',
  'ruling_due',
  'earnings_clear',
  'feedback_closes',
  'feedback_change_ends',
  'due_passes',
  'contract_goes_dormant',
  'dormancy_step_ends',
] as const;

export type DeadlineKind = (typeof deadlineOrder)[number];

export type Deadline = {
  readonly what: DeadlineKind;
  /** What it is about: a milestone, a charge, an earning; empty for the contract itself. */
  readonly subject: string;
  readonly at: Instant;
  readonly whoCanAct: readonly Party[];
};

const both: readonly Party[] = ['client', 'freelancer'];

function offerDeadlines(c: Contract): readonly Deadline[] {
  if (c.status !== 'offered' || c.sentAt === null) return [];
  const at = after(c.sentAt, c.terms.policy.offer.expires);
  return [{ what: 'offer_expires', subject: '', at, whoCanAct: both }];
}

function chargeDeadlines(c: Contract): readonly Deadline[] {
  const waiting = c.charges.filter((charge) => charge.status === 'waiting');
  return waiting.map((charge) => ({
    what: 'charge_times_out',
    subject: charge.id,
    at: after(charge.requestedAt, c.terms.policy.charge.timeout),
    whoCanAct: [],
  }));
}

function answers(c: Contract): readonly Deadline[] {
  const { policy } = c.terms;
  const list: Deadline[] = [];
  const other = (by: Party): readonly Party[] => [by === 'client' ? 'freelancer' : 'client'];
  if (c.change?.status === 'open') {
    const at = after(c.change.at, policy.change.answer);
    list.push({ what: 'change_answer_ends', subject: '', at, whoCanAct: other(c.change.by) });
  }
  if (c.cancel?.status === 'open' && policy.cancel !== null) {
    const at = after(c.cancel.at, policy.cancel.answer);
    list.push({ what: 'cancel_answer_ends', subject: '', at, whoCanAct: other(c.cancel.by) });
  }
  if (c.escrowRefund?.status === 'open') {
    const at = after(c.escrowRefund.at, policy.escrowRefund.answer);
    list.push({ what: 'escrow_refund_answer_ends', subject: '', at, whoCanAct: ['freelancer'] });
  }
  return list;
}

function milestoneDeadlines(c: Contract): readonly Deadline[] {
  const list: Deadline[] = [];
  for (const m of c.milestones) {
    if (m.status === 'submitted' && m.submittedAt !== null) {
      const at = after(m.submittedAt, c.terms.policy.review.window);
      list.push({ what: 'review_ends', subject: m.id, at, whoCanAct: ['client'] });
    }
    if (c.status === 'active' && m.due !== null && !m.duePassed && !isSettled(m)) {
      // A due date may be agreed when it already lies behind: it then passes at once.
      const at = later(m.due, c.latestAt);
      list.push({ what: 'due_passes', subject: m.id, at, whoCanAct: ['freelancer'] });
    }
  }
  return list;
}

/** When feedback closes: with the UTC day on which its window ends. Null before the end. */
export function feedbackCloses(c: Contract): Instant | null {
  if (c.outcome === null) return null;
  return endOfUtcDay(after(c.outcome.at, c.terms.policy.feedback.window));
}

function laterDeadlines(c: Contract): readonly Deadline[] {
  const list: Deadline[] = c.earnings
    .filter((earning) => isPositive(earning.net))
    .map((earning) => ({
      what: 'earnings_clear',
      subject: earning.id,
      at: after(earning.releasedAt, c.terms.policy.clearing),
      whoCanAct: [],
    }));
  const closes = feedbackCloses(c);
  if (closes !== null && c.feedback.closedAt === null && c.feedback.revealedAt === null) {
    list.push({ what: 'feedback_closes', subject: '', at: closes, whoCanAct: both });
  }
  if (closes !== null && c.reopen?.status === 'open') {
    const whoCanAct: readonly Party[] = [c.reopen.by === 'client' ? 'freelancer' : 'client'];
    list.push({ what: 'reopen_answer_ends', subject: '', at: closes, whoCanAct });
  }
  return [...list, ...changeDeadlines(c)];
}

/** When an author's time to change feedback is over. */
export function changeEnds(c: Contract, allowedAt: Instant): Instant {
  return after(allowedAt, c.terms.policy.feedback.changeWindow);
}

function changeDeadlines(c: Contract): readonly Deadline[] {
  const list: Deadline[] = [];
  for (const author of both) {
    const change = c.feedback.changes[author];
    if (change === null || change.over) continue;
    const at = changeEnds(c, change.allowedAt);
    list.push({ what: 'feedback_change_ends', subject: author, at, whoCanAct: [author] });
  }
  return list;
}

/** A contract that is silent, and each step of that. Either side's act ends it. */
function dormancyDeadlines(c: Contract): readonly Deadline[] {
  const at = goesDormantAt(c);
  if (at !== null) return [{ what: 'contract_goes_dormant', subject: '', at, whoCanAct: both }];
  const now = stepOf(c);
  if (now === null) return [];
  const subject = `${now.number}`;
  return [{ what: 'dormancy_step_ends', subject, at: now.ends, whoCanAct: both }];
}

function inOrder(a: Deadline, b: Deadline): number {
  const byTime = compareInstants(a.at, b.at);
  if (byTime !== 0) return byTime;
  const byKind = deadlineOrder.indexOf(a.what) - deadlineOrder.indexOf(b.what);
  return byKind !== 0 ? byKind : a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0;
}

/** Every deadline of the contract, soonest first; those of one instant in the public order. */
export function deadlinesOf(c: Contract): readonly Deadline[] {
  return [
    ...chargeDeadlines(c),
    ...offerDeadlines(c),
    ...answers(c),
    ...milestoneDeadlines(c),
    ...disputeDeadlines(c),
    ...laterDeadlines(c),
    ...dormancyDeadlines(c),
  ].sort(inOrder);
}

/** The moment of the earliest deadline: the one thing about deadlines that is stored. */
export function nextDueAt(c: Contract): Instant | null {
  return earliest(deadlinesOf(c).map((deadline) => deadline.at));
}
