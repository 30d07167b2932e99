// Money that was paid and goes back, because the freelancer gives it back or both have agreed to.
// What can still go back, what of the fee comes with it, and where the freelancer's share is taken
// from. The client's fee stays where it is.
import { after, compareInstants, type Instant } from '../../calendar.ts';
import {
  add,
  compare,
  isPositive,
  isZero,
  least,
  type Money,
  subtract,
  total,
  zero,
} from '../../money/money.ts';
import { portion } from '../../money/split.ts';
import { type Rejection, reject } from '../../rejections.ts';
import { type Contract, currencyOf, type Earning, netPaid } from '../contract.ts';
import type { EventOf } from '../events.ts';

/**
 * What can still be given back: payments whose window is open, less what was given back before.
 * Refunds count against the oldest payment first.
 */
export function refundable(c: Contract, now: Instant): Money {
  let refunded = c.money.refunded;
  let sum = zero(currencyOf(c));
  for (const payment of c.payments) {
    const gone = least(refunded, payment.amount);
    refunded = subtract(refunded, gone);
    const until = after(payment.at, c.terms.policy.refund.window);
    if (compareInstants(now, until) >= 0) continue;
    sum = add(sum, subtract(payment.amount, gone));
  }
  return sum;
}

/** When the window of the last payment closes; null when nothing was paid. */
export function refundCloses(c: Contract): Instant | null {
  const last = c.payments.at(-1);
  return last === undefined ? null : after(last.at, c.terms.policy.refund.window);
}

/** Something was paid, is still there, and is not too old. */
export function refundIsPossible(c: Contract, now: Instant): Rejection | null {
  if (isPositive(refundable(c, now))) return null;
  const closed = refundCloses(c);
  if (closed === null || isZero(netPaid(c)))
    return reject('amount_exceeds_paid', { paid: netPaid(c) });
  return reject('refund_window_has_closed', { closed });
}

/** The part of the fee that comes back: fee kept × refund ÷ net paid, rounded half up. */
function feeBack(c: Contract, amount: Money): Money {
  return portion(c.money.fees, amount.minor, netPaid(c).minor);
}

type FromPending = EventOf<'refund_given'>['from_pending'];

/** This much out of what is still pending of this contract, the newest first. */
function outOf(earnings: readonly Earning[], needed: Money): { from: FromPending; rest: Money } {
  const from: { earning: string; amount: Money }[] = [];
  let rest = needed;
  for (const earning of earnings.toReversed()) {
    const amount = least(rest, earning.net);
    if (!isPositive(amount)) continue;
    from.push({ earning: earning.id, amount });
    rest = subtract(rest, amount);
  }
  return { from, rest };
}

/**
 * The event of money going back. `available` is what the freelancer has: what is pending of other
 * contracts is never touched. The amount is at most what was paid net.
 */
export function refundOf(
  c: Contract,
  amount: Money,
  available: Money,
  request: string | null,
): EventOf<'refund_given'> | Rejection {
  const fee = feeBack(c, amount);
  const needed = subtract(amount, fee);
  const { from, rest } = outOf(c.earnings, needed);
  if (compare(rest, available) > 0) {
    const pending = c.earnings.map((earning) => earning.net);
    const has = add(total(pending, amount.currency), available);
    return reject('amount_exceeds_balance', { needed, available: has }, 'amount');
  }
  return { type: 'refund_given', amount, fee, from_pending: from, from_available: rest, request };
}
