// Where the money for a milestone comes from: the prepaid balance if it covers all of it, the
// client's fee included; else all of it by a charge of the payment method. Never some of each.
import type { Given } from '../../given.ts';
import { add, compare, type Money } from '../../money/money.ts';
import { feeOf } from '../../money/split.ts';
import { type Rejection, reject } from '../../rejections.ts';
import type { Contract, Terms } from '../contract.ts';
import type { EventOf } from '../events.ts';

export type Funding = EventOf<'milestone_funded'> | EventOf<'charge_requested'>;

/** The id of the next charge of a contract, after as many as are decided on just now. */
export function nextCharge(c: Contract, besides = 0): string {
  return `chg_${c.charges.length + besides + 1}`;
}

/** The event that funds a milestone, or begins to. `amount` is without the client's fee. */
export function fundsFor(
  terms: Terms,
  milestone: string,
  amount: Money,
  charge: string,
  given: Given,
): Funding | Rejection {
  const clientFee = feeOf(amount, terms.policy.fee.clientBps);
  const funds = { milestone, amount, client_fee: clientFee };
  const needed = add(amount, clientFee);
  const available = given.clientAvailable(terms.currency);
  if (compare(available, needed) >= 0) return { type: 'milestone_funded', charge: null, ...funds };
  if (!given.clientCanBeCharged) return reject('payment_method_missing', { needed, available });
  return { type: 'charge_requested', charge, ...funds };
}
