// One milestone of a contract: what it is agreed to be, how far it is, and the money in it. What
// counts as funded or settled is said here once, for all rules.
import type { Instant } from '../calendar.ts';
import { add, compare, isPositive, type Money, subtract, zero } from '../money/money.ts';
import type { FileRef, TextRef } from '../people.ts';

/** What a milestone is agreed to be. */
export type MilestoneTerms = {
  readonly id: string;
  readonly title: string;
  readonly amount: Money;
  readonly due: Instant | null;
};

export type MilestoneStatus =
  | 'planned'
  | 'funding'
  | 'funded'
  | 'submitted'
  | 'released'
  | 'refunded'
  | 'void';

export type Milestone = MilestoneTerms & {
  readonly status: MilestoneStatus;
  /** In the accepted terms, so that only both together may change it (policy: milestone.edit). */
  readonly agreed: boolean;
  /** Without what a dispute holds. */
  readonly escrow: Money;
  /** What a dispute holds of it. */
  readonly held: Money;
  readonly released: Money;
  readonly returned: Money;
  /** What a part release left over and moved to the next milestone. */
  readonly moved: Money;
  readonly submittedAt: Instant | null;
  readonly changesRequested: number;
  readonly overdueSince: Instant | null;
  /** Whether its due date has passed, overdue or not; it passes once. */
  readonly duePassed: boolean;
};

export type Submission = {
  readonly milestone: string;
  readonly at: Instant;
  readonly note: TextRef | null;
  readonly files: readonly FileRef[];
};

/** A milestone as it is before anything was done about it. */
export function plannedMilestone(terms: MilestoneTerms, agreed: boolean): Milestone {
  const nothing = zero(terms.amount.currency);
  return {
    ...terms,
    status: 'planned',
    agreed,
    escrow: nothing,
    held: nothing,
    released: nothing,
    returned: nothing,
    moved: nothing,
    submittedAt: null,
    changesRequested: 0,
    overdueSince: null,
    duePassed: false,
  };
}

/** Whether nothing can happen to the plan of a milestone any more. */
export function isSettled(milestone: Milestone): boolean {
  return ['released', 'refunded', 'void'].includes(milestone.status);
}

/** Whether a milestone counts against the number that may be funded at a time. */
export function isFunded(milestone: Milestone): boolean {
  return ['funding', 'funded', 'submitted'].includes(milestone.status);
}

/** The part of its amount that has come in: held, or paid out of it already. */
export function covered(milestone: Milestone): Money {
  return add(milestone.escrow, milestone.released);
}

/** What funding it would take; nothing when as much as its amount has come in. */
export function missing(milestone: Milestone): Money {
  const lacks = subtract(milestone.amount, covered(milestone));
  return isPositive(lacks) ? lacks : zero(lacks.currency);
}

/** The state of a milestone by the money in it, outside funding and review. */
export function byEscrow(milestone: Milestone): Milestone {
  const full = isPositive(milestone.escrow) && compare(covered(milestone), milestone.amount) >= 0;
  return { ...milestone, status: full ? 'funded' : 'planned' };
}

/** The milestone with other terms. A due date that moves is due anew. */
export function withTerms(milestone: Milestone, terms: MilestoneTerms): Milestone {
  const moved = terms.due?.toString() !== milestone.due?.toString();
  const anew = moved ? { overdueSince: null, duePassed: false } : {};
  return { ...milestone, ...terms, ...anew };
}
