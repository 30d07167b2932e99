// A payment outside the plan: a bonus, or an expense that is paid back. The freelancer's fee leaves
// it as it leaves any payment, the client's comes on top, and it clears like any other. It is never
// held first, so nothing protects it.
import { after, compareInstants, type Instant } from '../../calendar.ts';
import type { Given } from '../../given.ts';
import { add, compare, type Money } from '../../money/money.ts';
import { afterFee, feeOf } from '../../money/split.ts';
import type { TextRef } from '../../people.ts';
import { type Rejection, reject } from '../../rejections.ts';
import type { BonusKind, Contract } from '../contract.ts';
import type { EventOf } from '../events.ts';
import { nextCharge } from '../milestones/funds.ts';

export type Bonus = {
  readonly amount: Money;
  readonly kind: BonusKind;
  readonly note: TextRef | null;
  /** The request for a payment that it answers. */
  readonly request: string | null;
};

/** The event of a bonus that is paid now: by a charge, or from the client's balance when null. */
export function bonusOf(
  c: Contract,
  { amount, kind, note, request }: Bonus,
  charge: string | null = null,
): EventOf<'bonus_paid'> {
  const { fee } = c.terms.policy;
  const paid = { amount, ...afterFee(amount, fee.freelancerBps) };
  const clientFee = feeOf(amount, fee.clientBps);
  return { type: 'bonus_paid', charge, ...paid, client_fee: clientFee, kind, note, request };
}

/**
 * The event that pays a bonus, or begins to: from the prepaid balance if it covers all of it, the
 * client's fee included; else all of it by a charge.
 */
export function bonusFor(
  c: Contract,
  bonus: Bonus,
  given: Given,
): EventOf<'bonus_paid' | 'bonus_charge_requested'> | Rejection {
  const { currency, policy } = c.terms;
  const clientFee = feeOf(bonus.amount, policy.fee.clientBps);
  const needed = add(bonus.amount, clientFee);
  const available = given.clientAvailable(currency);
  if (compare(available, needed) >= 0) return bonusOf(c, bonus);
  if (!given.clientCanBeCharged) return reject('payment_method_missing', { needed, available });
  const { amount, kind, note, request } = bonus;
  const charged = { charge: nextCharge(c), amount, client_fee: clientFee };
  return { type: 'bonus_charge_requested', ...charged, kind, note, request };
}

/** When bonuses, and requests for one, are over. Null before the end, and where they never are. */
export function bonusCloses(c: Contract): Instant | null {
  const { afterEnd } = c.terms.policy.bonus;
  return c.outcome === null || afterEnd === null ? null : after(c.outcome.at, afterEnd);
}

/** At its last instant the window has closed. */
export function bonusIsPossible(c: Contract, now: Instant): Rejection | null {
  const closed = bonusCloses(c);
  if (closed === null || compareInstants(now, closed) < 0) return null;
  return reject('bonus_window_has_closed', { closed });
}
