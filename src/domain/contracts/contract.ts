// The state of one contract, folded from its events. It holds what rules need to decide, never
// what can be derived from it (deadlines, forecasts, views) and never free text or sealed
// feedback: those stay outside, behind a reference.
import type { Instant } from '../calendar.ts';
import type { Currency } from '../money/currencies.ts';
import { isPositive, type Money, subtract } from '../money/money.ts';
import type { Party, PersonId, TextRef } from '../people.ts';
import type { Policy } from '../policy/policy.ts';
import type { BonusKind, Dormancy, MoneyRequest, Payment } from './beside/beside.ts';
import type { Dispute } from './disputes/dispute.ts';
import type { FeedbackState } from './feedback/feedback-state.ts';
import type { Milestone, MilestoneTerms, Submission } from './milestone.ts';
import type { MoneyOfContract } from './payments/money-of-contract.ts';
import type {
  CancelProposal,
  ChangeProposal,
  Clarification,
  Counter,
  EscrowRefund,
  ReopenProposal,
} from './proposals.ts';

export type { BonusKind, Dormancy, MoneyRequest, Payment } from './beside/beside.ts';
export type { Dispute, DisputeEnding, DisputeStatus } from './disputes/dispute.ts';
export type { FeedbackState, SealedFeedback } from './feedback/feedback-state.ts';
export { noFeedback } from './feedback/feedback-state.ts';
export type { Milestone, MilestoneStatus, MilestoneTerms, Submission } from './milestone.ts';
export { isFunded, isSettled, plannedMilestone } from './milestone.ts';
export { type MoneyOfContract, noMoney } from './payments/money-of-contract.ts';
export type {
  CancelProposal,
  ChangeProposal,
  Clarification,
  Counter,
  EscrowRefund,
  MilestoneChange,
  ProposalStatus,
  RefundPart,
  ReopenProposal,
  TermsPatch,
} from './proposals.ts';
export { requestedBack } from './proposals.ts';

export type ContractStatus =
  | 'unsent' // the first milestone's money is awaited; nobody but the client knows of it
  | 'offered'
  | 'declined'
  | 'withdrawn'
  | 'expired'
  | 'active'
  | 'ended';

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

export type ChargeStatus = 'waiting' | 'confirmed' | 'failed' | 'timed_out';

/**
 * A charge of somebody's payment method: what it is for, and how it went. It is for exactly one of
 * a milestone, a bonus, or the payer's side of a ruling.
 */
export type Charge = {
  readonly id: string;
  readonly payer: Party;
  readonly milestone: string | null;
  readonly bonus: {
    readonly kind: BonusKind;
    readonly note: TextRef | null;
    readonly request: string | null;
  } | null;
  /** The dispute whose ruling it pays for. */
  readonly dispute: string | null;
  readonly amount: Money;
  readonly clientFee: Money;
  readonly status: ChargeStatus;
  readonly requestedAt: Instant;
};

/** Money of the freelancer that is not yet available: released, and on its way. */
export type Earning = { readonly id: string; readonly net: Money; readonly releasedAt: Instant };

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

export type Contract = {
  readonly id: string;
  /** The seq of its latest event. */
  readonly version: number;
  readonly latestAt: Instant;
  readonly client: PersonId;
  readonly freelancer: PersonId;
  readonly status: ContractStatus;
  readonly terms: Terms;
  /** When the offer was sent or last revised; null while, or if, it never was. */
  readonly sentAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly milestones: readonly Milestone[];
  readonly charges: readonly Charge[];
  readonly counter: Counter | null;
  readonly change: ChangeProposal | null;
  readonly cancel: CancelProposal | null;
  readonly escrowRefund: EscrowRefund | null;
  readonly clarifications: readonly Clarification[];
  readonly submissions: readonly Submission[];
  readonly reopen: ReopenProposal | null;
  readonly requests: readonly MoneyRequest[];
  readonly disputes: readonly Dispute[];
  readonly dormancy: Dormancy | null;
  /** When one of the two last did something that counts; null before the acceptance. */
  readonly activeAt: Instant | null;
  readonly earnings: readonly Earning[];
  /** Everything that was paid, oldest first. */
  readonly payments: readonly Payment[];
  readonly money: MoneyOfContract;
  readonly outcome: Outcome | null;
  readonly feedback: FeedbackState;
  /** The contract that this one continues, by `rehire`. */
  readonly rehireOf: string | null;
};

export function currencyOf(contract: Contract): Currency {
  return contract.terms.currency;
}

export function milestoneOf(contract: Contract, id: string): Milestone | undefined {
  return contract.milestones.find((milestone) => milestone.id === id);
}

/** Net payment: what the freelancer was paid, gross, less what was refunded of it. */
export function netPaid(contract: Contract): Money {
  return subtract(contract.money.paid, contract.money.refunded);
}

/** Milestones that hold money, in the order of the plan. */
export function withEscrow(contract: Contract): readonly Milestone[] {
  return contract.milestones.filter((milestone) => isPositive(milestone.escrow));
}

/** The question that waits for an answer, if one does. The end of a contract lapses it. */
export function openQuestion(contract: Contract): Clarification | undefined {
  if (contract.status !== 'active') return undefined;
  return contract.clarifications.find((clarification) => clarification.answeredAt === null);
}

/**
 * The charge that a milestone is being funded by. An earlier one for it that is still on its way
 * has lost its reason: a revision or a change asked for another amount.
 */
export function chargeFor(contract: Contract, milestone: string): Charge | undefined {
  const funding = milestoneOf(contract, milestone)?.status === 'funding';
  const latest = contract.charges.findLast((charge) => charge.milestone === milestone);
  return funding && latest?.status === 'waiting' ? latest : undefined;
}

export function partyOf(contract: Contract, person: PersonId | null): Party | null {
  if (person === null) return null;
  if (person === contract.client) return 'client';
  return person === contract.freelancer ? 'freelancer' : null;
}
