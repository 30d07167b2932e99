// A dispute: money that two people see differently, and how far it is on its way to an answer.
// Disputed escrow is held, outside everything else that happens to the contract; a dispute about
// money that was paid already holds nothing. Its stages, in order: open (the other side answers),
// mediation, arbitration (from the failure of mediation: first both may pay for a ruling, then
// somebody rules), and one of three ends.
import type { Instant } from '../../calendar.ts';
import { type Money, subtract } from '../../money/money.ts';
import type { FileRef, Party, PersonId, TextRef } from '../../people.ts';
import type { Contract } from '../contract.ts';
import type { RefundPart } from '../proposals.ts';

export type DisputeAbout = 'escrow' | 'paid';

export type DisputeStatus =
  | 'open'
  | 'mediation'
  | 'arbitration'
  | 'settled'
  | 'decided'
  | 'withdrawn';

/** How a dispute came to its end. `failed`: mediation about paid money, which changes nothing. */
export type DisputeEnding =
  | 'accepted'
  | 'settlement'
  | 'recommendation'
  | 'withdrawn'
  | 'silence'
  | 'opt_in'
  | 'ruling'
  | 'halved'
  | 'failed';

export type Recommendation = {
  readonly toFreelancer: Money;
  readonly note: TextRef;
  readonly at: Instant;
  readonly accepted: readonly Party[];
};

export type Evidence = {
  readonly by: Party;
  readonly at: Instant;
  readonly note: TextRef;
  readonly files: readonly FileRef[];
};

export type Dispute = {
  readonly id: string;
  readonly about: DisputeAbout;
  readonly status: DisputeStatus;
  readonly openedBy: Party;
  readonly openedAt: Instant;
  readonly statement: TextRef;
  /** What is disputed. About escrow it is held, milestone by milestone; else `parts` is empty. */
  readonly amount: Money;
  readonly parts: readonly RefundPart[];
  /** What the other side said when it contested. */
  readonly answer: TextRef | null;
  readonly mediationSince: Instant | null;
  readonly mediator: PersonId | null;
  /** The latest offer of each side: what the freelancer would get, before the fee. */
  readonly offers: Readonly<Record<Party, Money | null>>;
  readonly recommendation: Recommendation | null;
  /** When mediation failed: from then on a ruling can be paid for. */
  readonly failedAt: Instant | null;
  /** What each side has paid for a ruling. */
  readonly costs: Readonly<Record<Party, Money | null>>;
  /** When both had paid: from then on a ruling is due. */
  readonly rulingSince: Instant | null;
  /** Who rules: another one than the mediator. */
  readonly arbiter: PersonId | null;
  readonly evidence: readonly Evidence[];
  readonly end: {
    readonly how: DisputeEnding;
    readonly toFreelancer: Money;
    readonly at: Instant;
  } | null;
};

/** Disputes that have not come to an end, in the order in which they were opened. */
export function openDisputes(c: Contract): readonly Dispute[] {
  return c.disputes.filter((dispute) => dispute.end === null);
}

/** The part of a disputed amount that does not go to the freelancer. */
export function toClient(dispute: Dispute, toFreelancer: Money): Money {
  return subtract(dispute.amount, toFreelancer);
}
