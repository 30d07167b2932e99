// The guards that several commands share. Each looks at one thing and refuses with one code;
// a command lists those it needs in the order of the list of rejections.
import { assert, present } from '../assert.ts';
import { after } from '../calendar.ts';
import type { Asked } from '../decision.ts';
import {
  compare,
  cutDecimal,
  fromDecimal,
  isPositive,
  largest,
  type Money,
} from '../money/money.ts';
import type { Actor, Party } from '../people.ts';
import { isRejection, type Rejection, reject } from '../rejections.ts';
import { type Contract, isSettled, type Milestone } from './contract.ts';
import type { Proposal } from './proposals.ts';

/** An offer that can still be answered or changed. */
export function offerIsPending(c: Contract): Rejection | null {
  if (c.status === 'expired') {
    const sent = present(c.sentAt, 'the moment of sending');
    return reject('offer_has_expired', { expired: after(sent, c.terms.policy.offer.expires) });
  }
  return c.status === 'offered' ? null : reject('offer_not_pending', { status: c.status });
}

/** A contract that both have accepted; it may have ended. */
export function isAccepted(c: Contract): Rejection | null {
  if (c.status === 'active' || c.status === 'ended') return null;
  if (c.status === 'offered' || c.status === 'unsent') return reject('contract_is_offered');
  return offerIsPending(c);
}

/** A contract in which work goes on. */
export function isActive(c: Contract): Rejection | null {
  const accepted = isAccepted(c);
  if (accepted !== null) return accepted;
  return c.outcome === null ? null : reject('contract_has_ended', { ended: c.outcome.at });
}

export function hasEnded(c: Contract): Rejection | null {
  const accepted = isAccepted(c);
  if (accepted !== null) return accepted;
  return c.status === 'ended' ? null : reject('contract_not_ended');
}

type Bounds = { readonly minimum?: Money; readonly orNothing?: boolean };

/** An amount as the list of rejections judges it: its sign, its minimum, its digits, its size. */
export function amountWithin(
  text: string,
  currency: string,
  field: string,
  bounds: Bounds,
): Money | Rejection {
  const nothing = !/[1-9]/.test(text);
  const positive = !nothing && !text.startsWith('-');
  if (!positive && !(nothing && bounds.orNothing)) return reject('amount_not_positive', {}, field);
  const { minimum } = bounds;
  if (minimum !== undefined && compare(cutDecimal(text, currency), minimum) < 0) {
    return reject('amount_below_minimum', { minimum }, field);
  }
  const amount = fromDecimal(text, currency);
  if (amount !== null && amount.minor <= largest) return amount;
  return reject('amount_has_too_many_digits', { currency }, field);
}

/** An amount that a command names: more than nothing, and no more digits than the currency. */
export function amountGiven(text: string, currency: string, field = 'amount'): Money | Rejection {
  return amountWithin(text, currency, field, {});
}

/** As amountGiven, but nothing is an amount too. */
export function amountOrNothing(text: string, currency: string, field: string): Money | Rejection {
  return amountWithin(text, currency, field, { orNothing: true });
}

/** An amount out of the escrow of one milestone, or of the contract. */
export function fromEscrow(
  text: string | undefined,
  escrow: Money,
  field = 'amount',
): Money | Rejection {
  if (text === undefined) return escrow;
  const amount = amountGiven(text, escrow.currency, field);
  if (isRejection(amount)) return amount;
  return compare(amount, escrow) > 0 ? reject('amount_exceeds_escrow', { escrow }, field) : amount;
}

export function isNotSettled(m: Milestone): Rejection | null {
  return isSettled(m) ? reject('milestone_is_settled', { milestone: m.id }) : null;
}

/** Escrow that a dispute holds is outside everything else until the dispute has ended. */
export function isNotDisputed(m: Milestone): Rejection | null {
  return isPositive(m.held) ? reject('escrow_is_disputed', { milestone: m.id }) : null;
}

/** A milestone whose work waits for the client's answer. */
export function isSubmitted(m: Milestone): Rejection | null {
  return m.status === 'submitted' ? null : reject('milestone_not_submitted', { milestone: m.id });
}

/** A proposal that waits for this one's answer: open, and the other side's. */
export function isAnswerable(
  proposal: Proposal | null,
  none: 'no_proposal' | 'no_change_pending',
  asked: Asked,
): Rejection | null {
  if (proposal === null || (proposal.status !== 'open' && proposal.status !== 'lapsed')) {
    return reject(none);
  }
  if (proposal.by === asked.by.as) return reject('own_proposal');
  return proposal.status === 'lapsed' ? reject('proposal_has_lapsed') : null;
}

/** A proposal that its maker can still take back. */
export function isWithdrawable(
  proposal: Proposal | null,
  none: 'no_proposal' | 'no_change_pending',
  asked: Asked,
): Rejection | null {
  if (proposal?.status !== 'open') {
    return reject(proposal?.status === 'lapsed' ? 'proposal_has_lapsed' : none);
  }
  return proposal.by === asked.by.as ? null : reject('not_your_decision', { by: proposal.by });
}

/** One's own open proposal is replaced by a newer one; the other side's must be answered first. */
export function otherHasNoneOpen(proposal: Proposal | null, asked: Asked): Rejection | null {
  const open = proposal?.status === 'open' && proposal.by !== asked.by.as;
  return open ? reject('proposal_is_open', { by: proposal.by }) : null;
}

/** The side that a party's command comes from. */
export function sideOf(by: Actor): Party {
  assert(by.as === 'client' || by.as === 'freelancer', 'a party gives this command');
  return by.as;
}
