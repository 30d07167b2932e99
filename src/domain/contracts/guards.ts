// The guards that several commands share. Each looks at one thing and refuses with one code;
// a command lists those it needs in the order of the list of rejections.
import type { Asked } from '../decision.ts';
import { compare, fromDecimal, isPositive, type Money } from '../money/money.ts';
import { isRejection, type Rejection, reject } from '../rejections.ts';
import type { Contract, Milestone } from './contract.ts';

/** An offer that can still be answered or changed. */
export function offerIsPending(c: Contract): Rejection | null {
  if (c.status === 'expired') return reject('offer_has_expired');
  return c.status === 'offered' ? null : reject('offer_not_pending');
}

/** A contract that both have accepted; it may have ended. */
export function isAccepted(c: Contract): Rejection | null {
  if (c.status === 'offered') return reject('contract_is_offered');
  return c.status === 'active' || c.status === 'ended' ? null : offerIsPending(c);
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

/** Who answers a proposal is the other side. */
export function notOwn(asked: Asked, by: string): Rejection | null {
  return asked.by.as === by ? reject('own_proposal') : null;
}

/** An amount that a command names: more than nothing, and no more digits than the currency. */
export function amountGiven(text: string, currency: string, field = 'amount'): Money | Rejection {
  const amount = fromDecimal(text, currency);
  if (text.startsWith('-') || (amount !== null && !isPositive(amount))) {
    return reject('amount_not_positive', {}, field);
  }
  return amount ?? reject('amount_has_too_many_digits', { currency }, field);
}

/** As amountGiven, but nothing is an amount too. */
export function amountOrNothing(text: string, currency: string, field: string): Money | Rejection {
  const nothing = fromDecimal(text, currency);
  if (nothing !== null && nothing.minor === 0n) return nothing;
  return amountGiven(text, currency, field);
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
  return ['released', 'refunded', 'void'].includes(m.status)
    ? reject('milestone_is_settled', { milestone: m.id })
    : null;
}
