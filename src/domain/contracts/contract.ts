// The state of one contract, folded from its events. It holds what rules need to decide, never
// what can be derived from it (deadlines, forecasts, views) and never free text or sealed
// feedback: those stay outside, behind a reference.
import type { Instant } from '../calendar.ts';
import type { Currency } from '../money/currencies.ts';
import { add, isPositive, type Money, zero } from '../money/money.ts';
import type { Party, PersonId, TextRef } from '../people.ts';
import type { Policy } from '../policy/policy.ts';

export type ContractStatus =
  | 'unsent' // the first milestone's money is awaited; nobody but the client knows of it
  | 'offered'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'active'
  | 'ended';

/** What a milestone is agreed to be. */
export type MilestoneTerms = {
  readonly id: string;
  readonly title: string;
  readonly amount: Money;
  readonly due: Instant | null;
};

export type Terms = {
  readonly version: number;
  readonly title: string;
  readonly scope: TextRef | null;
  readonly kind: 'fixed';
  readonly currency: Currency;
  readonly milestones: readonly MilestoneTerms[];
  readonly starts: Instant | null;
  readonly fundFirst: boolean;
  readonly policy: Policy;
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
  readonly escrow: Money;
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

export type ChargeStatus = 'waiting' | 'confirmed' | 'failed' | 'timed_out';

/** A charge of the client's payment method: what it is for, and how it went. */
export type Charge = {
  readonly id: string;
  readonly milestone: string;
  readonly amount: Money;
  readonly clientFee: Money;
  readonly status: ChargeStatus;
  readonly requestedAt: Instant;
};

export type ProposalStatus = 'open' | 'approved' | 'declined' | 'lapsed' | 'withdrawn';

type Proposal = { readonly status: ProposalStatus; readonly by: Party; readonly at: Instant };

/** A patch of terms: a known milestone id changes it, a new one adds it. */
export type TermsPatch = {
  readonly milestones: readonly MilestoneTerms[];
  readonly remove: readonly string[];
  readonly scope: TextRef | null;
};

export type ChangeProposal = Proposal & {
  readonly patch: TermsPatch;
  readonly note: TextRef | null;
};
export type CancelProposal = Proposal & {
  readonly toFreelancer: Money;
  readonly note: TextRef | null;
};
export type Counter = Proposal & { readonly terms: Terms; readonly note: TextRef | null };

export type RefundPart = { readonly milestone: string; readonly amount: Money };
export type EscrowRefund = Proposal & { readonly parts: readonly RefundPart[] };

export type Clarification = {
  readonly by: Party;
  readonly question: TextRef;
  readonly askedAt: Instant;
  readonly answer: TextRef | null;
  readonly answeredAt: Instant | null;
};

/** Money of the freelancer that is not yet available: released, and on its way. */
export type Earning = { readonly id: string; readonly net: Money; readonly releasedAt: Instant };

export type Submission = {
  readonly milestone: string;
  readonly at: Instant;
  readonly note: TextRef | null;
};

export type SealedFeedback = { readonly sealed: TextRef; readonly at: Instant };

export type EndReason =
  | 'completed'
  | 'no_longer_needed'
  | 'requirements_unclear'
  | 'other_party_unresponsive'
  | 'work_not_delivered'
  | 'quality'
  | 'mutual'
  | 'other';

export type Outcome = {
  readonly by: Party | 'both' | 'clock';
  readonly reason: EndReason | null;
  readonly at: Instant;
  readonly kind: 'completed' | 'cancelled';
};

/** Sums over the life of the contract. `escrow` is the sum of the milestones' escrow. */
export type MoneyOfContract = {
  readonly escrow: Money;
  readonly paid: Money;
  readonly returned: Money;
  readonly refunded: Money;
  readonly fees: Money;
  readonly clientFees: Money;
};

export type Contract = {
  readonly id: string;
  /** The seq of its latest event. */
  readonly version: number;
  readonly latestAt: Instant;
  readonly client: PersonId;
  readonly freelancer: PersonId;
  readonly status: ContractStatus;
  readonly terms: Terms;
  readonly sentAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly milestones: readonly Milestone[];
  readonly charges: readonly Charge[];
  readonly counter: Counter | null;
  readonly change: ChangeProposal | null;
  readonly cancel: CancelProposal | null;
  readonly escrowRefund: EscrowRefund | null;
  readonly clarifications: readonly Clarification[];
  readonly submissions: readonly Submission[];
  readonly earnings: readonly Earning[];
  readonly money: MoneyOfContract;
  readonly outcome: Outcome | null;
  readonly feedback: {
    readonly client: SealedFeedback | null;
    readonly freelancer: SealedFeedback | null;
    readonly revealedAt: Instant | null;
    readonly closedAt: Instant | null;
  };
};

export function noMoney(currency: Currency): MoneyOfContract {
  const nothing = zero(currency);
  return {
    escrow: nothing,
    paid: nothing,
    returned: nothing,
    refunded: nothing,
    fees: nothing,
    clientFees: nothing,
  };
}

/** A milestone as it is before anything was done about it. */
export function plannedMilestone(terms: MilestoneTerms, agreed: boolean): Milestone {
  const nothing = zero(terms.amount.currency);
  return {
    ...terms,
    status: 'planned',
    agreed,
    escrow: nothing,
    released: nothing,
    returned: nothing,
    moved: nothing,
    submittedAt: null,
    changesRequested: 0,
    overdueSince: null,
    duePassed: false,
  };
}

export function currencyOf(contract: Contract): Currency {
  return contract.terms.currency;
}

export function milestoneOf(contract: Contract, id: string): Milestone | undefined {
  return contract.milestones.find((milestone) => milestone.id === id);
}

/** Net payment: what the freelancer was paid, gross, less what was refunded of it. */
export function netPaid(contract: Contract): Money {
  return {
    ...contract.money.paid,
    minor: contract.money.paid.minor - contract.money.refunded.minor,
  };
}

/** What goes back to the client when an open escrow refund request is granted. */
export function requestedBack(refund: EscrowRefund, currency: Currency): Money {
  return refund.parts.reduce((sum, part) => add(sum, part.amount), zero(currency));
}

/** Milestones that hold money, in the order of the plan. */
export function withEscrow(contract: Contract): readonly Milestone[] {
  return contract.milestones.filter((milestone) => isPositive(milestone.escrow));
}

/** Whether nothing can happen to the plan of a milestone any more. */
export function isSettled(milestone: Milestone): boolean {
  return ['released', 'refunded', 'void'].includes(milestone.status);
}

/** The question that waits for an answer, if one does. */
export function openQuestion(contract: Contract): Clarification | undefined {
  return contract.clarifications.find((clarification) => clarification.answeredAt === null);
}

/** Whether a milestone counts against the number that may be funded at a time. */
export function isFunded(milestone: Milestone): boolean {
  return ['funding', 'funded', 'submitted'].includes(milestone.status);
}

export function partyOf(contract: Contract, person: PersonId | null): Party | null {
  if (person === null) return null;
  if (person === contract.client) return 'client';
  return person === contract.freelancer ? 'freelancer' : null;
}
