// Where a contract stands, named: what somebody who looks at it would say first. Several may hold
// at once; the first in this list is the one that the advice begins with. What is asked and not
// answered comes before the work, and the work before what has been.
import { after, compareInstants, type Instant } from '../calendar.ts';
import {
  type Contract,
  isFunded,
  isSettled,
  type Milestone,
  netPaid,
  openQuestion,
  requestedBack,
} from '../contracts/contract.ts';
import { type Dispute, openDisputes } from '../contracts/disputes/dispute.ts';
import { isPositive, type Money } from '../money/money.ts';
import type { Party, Role } from '../people.ts';

export type SituationName =
  | 'offer_unsent'
  | 'counter_waits'
  | 'offer_waits'
  | 'offer_over'
  | 'dispute_opened'
  | 'recommendation_waits'
  | 'dispute_in_mediation'
  | 'ruling_can_be_paid'
  | 'ruling_awaited'
  | 'cancel_proposed'
  | 'change_proposed'
  | 'reopen_proposed'
  | 'escrow_asked_back'
  | 'ended_under_review'
  | 'payment_requested'
  | 'refund_requested'
  | 'changes_exhausted'
  | 'submitted'
  | 'question_open'
  | 'dormant'
  | 'charge_failed'
  | 'charge_on_its_way'
  | 'overdue'
  | 'changes_requested'
  | 'due_soon'
  | 'work_goes_on'
  | 'nothing_funded'
  | 'all_settled'
  | 'ended_paid'
  | 'ended_unpaid';

export type Situation = {
  readonly is: SituationName;
  /** Whose move it was. */
  readonly by?: Party;
  readonly milestone?: string;
  readonly dispute?: string;
  readonly count?: number;
  readonly amount?: Money;
  /** A due date. */
  readonly at?: Instant;
};

type Look = (c: Contract, now: Instant) => Situation | null;

/** A due date within this span presses; it decides only in which order roads are told. */
const soon = Temporal.Duration.from({ days: 7 });

const offers: Look = (c) => {
  if (c.status === 'unsent') return { is: 'offer_unsent' };
  if (c.status === 'offered') {
    return c.counter?.status === 'open' ? { is: 'counter_waits' } : { is: 'offer_waits' };
  }
  return c.status === 'active' || c.status === 'ended' ? null : { is: 'offer_over' };
};

function stageOf(one: Dispute): SituationName {
  if (one.status === 'open') return 'dispute_opened';
  if (one.status === 'arbitration') {
    return one.rulingSince === null ? 'ruling_can_be_paid' : 'ruling_awaited';
  }
  return one.recommendation === null ? 'dispute_in_mediation' : 'recommendation_waits';
}

const disputes: Look = (c) => {
  const [one] = openDisputes(c);
  if (one === undefined) return null;
  return { is: stageOf(one), dispute: one.id, by: one.openedBy, amount: one.amount };
};

const proposals: Look = (c) => {
  if (c.cancel?.status === 'open') {
    return { is: 'cancel_proposed', by: c.cancel.by, amount: c.cancel.toFreelancer };
  }
  if (c.change?.status === 'open') return { is: 'change_proposed', by: c.change.by };
  return c.reopen?.status === 'open' ? { is: 'reopen_proposed', by: c.reopen.by } : null;
};

const askedBack: Look = (c) => {
  if (c.escrowRefund?.status !== 'open') return null;
  const amount = requestedBack(c.escrowRefund, c.terms.currency);
  return { is: 'escrow_asked_back', by: 'client', amount };
};

function about(is: SituationName, milestone: Milestone | undefined, more = {}): Situation | null {
  return milestone === undefined ? null : { is, milestone: milestone.id, ...more };
}

const underReviewAfterTheEnd: Look = (c) => {
  const one = c.milestones.find((m) => m.status === 'submitted');
  return c.status === 'ended' ? about('ended_under_review', one) : null;
};

const requests: Look = (c) => {
  const open = c.requests.find((one) => one.status === 'open');
  if (open === undefined) return null;
  const is = open.kind === 'payment' ? 'payment_requested' : 'refund_requested';
  return { is, by: open.by, amount: open.amount };
};

const worked = (m: Milestone) => m.status === 'submitted' || m.status === 'funded';

const changes: Look = (c) => {
  const most = c.terms.policy.review.maxChanges;
  if (c.status !== 'active' || most === null) return null;
  const asked = c.milestones.find((m) => worked(m) && m.changesRequested >= most);
  return about('changes_exhausted', asked, { count: asked?.changesRequested });
};

const submitted: Look = (c) => {
  const one = c.milestones.find((m) => m.status === 'submitted');
  return c.status === 'active' ? about('submitted', one, { amount: one?.escrow }) : null;
};

const questions: Look = (c) => {
  const question = openQuestion(c);
  return question === undefined ? null : { is: 'question_open', by: question.by };
};

const quiet: Look = (c) =>
  c.status === 'active' && c.dormancy !== null ? { is: 'dormant' } : null;

const charges: Look = (c) => {
  const last = c.charges.at(-1);
  if (last === undefined || c.status === 'ended') return null;
  const milestone = last.milestone === null ? {} : { milestone: last.milestone };
  if (last.status === 'waiting') return { is: 'charge_on_its_way', ...milestone };
  const lost = last.status === 'failed' || last.status === 'timed_out';
  const still = c.milestones.some((m) => m.id === last.milestone && m.status === 'planned');
  return lost && still ? { is: 'charge_failed', ...milestone } : null;
};

const work: Look = (c, now) => {
  if (c.status !== 'active') return null;
  const one = c.milestones.find((m) => m.status === 'funded');
  if (one === undefined) return null;
  if (one.overdueSince !== null) return about('overdue', one, { at: one.overdueSince });
  if (one.changesRequested > 0) {
    return about('changes_requested', one, { count: one.changesRequested });
  }
  const presses = one.due !== null && compareInstants(one.due, after(now, soon)) <= 0;
  const begun = c.submissions.some(({ milestone }) => milestone === one.id);
  if (presses && !begun && !one.duePassed) return about('due_soon', one, { at: one.due });
  return about('work_goes_on', one, { amount: one.escrow });
};

const plan: Look = (c) => {
  if (c.status !== 'active' || c.milestones.some(isFunded)) return null;
  const next = c.milestones.find((m) => !isSettled(m));
  return next === undefined ? { is: 'all_settled' } : about('nothing_funded', next);
};

const over: Look = (c) => {
  if (c.status !== 'ended') return null;
  const paid = netPaid(c);
  return isPositive(paid) ? { is: 'ended_paid', amount: paid } : { is: 'ended_unpaid' };
};

const looks: readonly Look[] = [
  ...[offers, disputes, proposals, askedBack, underReviewAfterTheEnd, requests, changes],
  ...[submitted, questions, quiet, charges, work, plan, over],
];

/** What becomes of charges is between the client and the payment provider. */
function isToldTo(as: Role, { is }: Situation): boolean {
  return is !== 'charge_failed' || as !== 'freelancer';
}

/** Everything that holds, what matters most first. Every contract is in at least one. */
export function situationsOf(
  c: Contract,
  now: Instant,
  as: Role,
): readonly [Situation, ...Situation[]] {
  const all = looks.flatMap((look) => look(c, now) ?? []).filter((one) => isToldTo(as, one));
  const exhausted = all.some(({ is }) => is === 'changes_exhausted');
  const found = all.filter(({ is }) => !(exhausted && is === 'changes_requested'));
  const [first = { is: 'offer_over' } as const, ...rest] = found;
  return [first, ...rest];
}
