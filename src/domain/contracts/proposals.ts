// What one side proposes and the other answers: counters to an offer, changes of terms, ending
// together, escrow asked back, and questions. One of each kind is open at a time.
import type { Instant } from '../calendar.ts';
import { add, type Money, zero } from '../money/money.ts';
import type { Party, TextRef } from '../people.ts';
import type { Terms } from './contract.ts';

export type ProposalStatus = 'open' | 'approved' | 'declined' | 'lapsed' | 'disputed' | 'withdrawn';

export type Proposal = {
  readonly status: ProposalStatus;
  readonly by: Party;
  readonly at: Instant;
};

/** A change of one milestone: what is left out stays as it is; null takes its due date away. */
export type MilestoneChange = {
  readonly id: string;
  readonly title?: string;
  readonly amount?: Money;
  readonly due?: Instant | null;
};

/** A patch of terms: a known milestone id changes it, a new one adds it. */
export type TermsPatch = {
  readonly milestones: readonly MilestoneChange[];
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

export type ReopenProposal = Proposal & { readonly note: TextRef | null };

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

/** The proposal as its time ran out, if it was still open. */
export function lapsed<P extends Proposal>(proposal: P | null): P | null {
  return proposal?.status === 'open' ? { ...proposal, status: 'lapsed' } : proposal;
}

/** What goes back to the client when an open escrow refund request is granted. */
export function requestedBack(refund: EscrowRefund, currency: string): Money {
  return refund.parts.reduce((sum, part) => add(sum, part.amount), zero(currency));
}
