// What mediation about money already paid comes to: less than was paid is given back as a refund,
// more is paid as a bonus, by the same rules. The money must be there; nothing is charged for it.
import type { Given } from '../../../given.ts';
import { add, compare, isZero, type Money, subtract } from '../../../money/money.ts';
import { isRejection, type Rejection, reject } from '../../../rejections.ts';
import { bonusOf } from '../../beside/bonus.ts';
import { refundOf } from '../../beside/refund.ts';
import { openRequests } from '../../beside/requests.ts';
import { type Contract, currencyOf, type MoneyRequest, netPaid } from '../../contract.ts';
import type { ContractEvent } from '../../events.ts';
import type { Dispute } from '../dispute.ts';

/** Money that names no request counts towards the one that is open, when there is exactly one. */
function theOne(c: Contract, kind: MoneyRequest['kind']): string | null {
  const [one, ...others] = openRequests(c, kind);
  return one === undefined || others.length > 0 ? null : one.id;
}

type Outcome = readonly ContractEvent[] | Rejection;

function refunded(c: Contract, amount: Money, given: Given): Outcome {
  const paid = netPaid(c);
  if (compare(amount, paid) > 0) return reject('amount_exceeds_paid', { paid });
  const available = given.freelancerAvailable(currencyOf(c));
  const refund = refundOf(c, amount, available, theOne(c, 'refund'));
  return isRejection(refund) ? reject(refund.rejected, refund.facts) : [refund];
}

function paidBesides(c: Contract, amount: Money, given: Given): Outcome {
  const request = theOne(c, 'payment');
  const bonus = bonusOf(c, { amount, kind: 'bonus', note: null, request });
  const available = given.clientAvailable(currencyOf(c));
  const needed = add(amount, bonus.client_fee);
  if (compare(available, needed) >= 0) return [bonus];
  return reject('amount_exceeds_balance', { needed, available });
}

/** The events that bring what was disputed to what is agreed; refused when the money is missing. */
export function evenedOut(
  c: Contract,
  dispute: Dispute,
  toFreelancer: Money,
  given: Given,
): Outcome {
  const difference = subtract(toFreelancer, dispute.amount);
  if (isZero(difference)) return [];
  return difference.minor > 0n
    ? paidBesides(c, difference, given)
    : refunded(c, subtract(dispute.amount, toFreelancer), given);
}
