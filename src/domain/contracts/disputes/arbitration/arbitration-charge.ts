// A side's cost of a ruling: a share of the disputed amount within the policy's bounds, from what
// the payer has available, else by a charge. The charge may come too late: then the dispute wants
// it no more, and the money is the payer's available balance.
import { present } from '../../../assert.ts';
import type { Instant } from '../../../calendar.ts';
import type { Given } from '../../../given.ts';
import { compare, least, type Money, zero } from '../../../money/money.ts';
import { feeOf } from '../../../money/split.ts';
import type { Party } from '../../../people.ts';
import { type Rejection, reject } from '../../../rejections.ts';
import { type Charge, type Contract, currencyOf } from '../../contract.ts';
import type { ContractEvent, EventOf } from '../../events.ts';
import { nextCharge } from '../../milestones/funds.ts';
import type { Dispute } from '../dispute.ts';

/** What a ruling on this dispute costs each side. */
export function arbitrationCost(c: Contract, dispute: Dispute): Money {
  const row = c.terms.policy.currencies[currencyOf(c)];
  const { rateBps, least: lowest, most } = present(row, 'the currency').arbitrationCost;
  const share = feeOf(dispute.amount, rateBps);
  return compare(share, lowest) < 0 ? lowest : least(share, most);
}

/** A side can still pay: mediation has failed, and it is not yet known who pays. */
export function awaitsCosts(dispute: Dispute): boolean {
  return dispute.status === 'arbitration' && dispute.rulingSince === null;
}

/** The charge of this side that is on its way for this dispute. */
export function costOnItsWay(c: Contract, dispute: Dispute, party: Party): Charge | undefined {
  return c.charges.find(
    (one) => one.dispute === dispute.id && one.payer === party && one.status === 'waiting',
  );
}

/** The event of a side's payment, or of its beginning. */
export function costPaid(
  c: Contract,
  dispute: Dispute,
  party: Party,
  given: Given,
): ContractEvent | Rejection {
  const needed = arbitrationCost(c, dispute);
  const forWhat = { dispute: dispute.id, party, amount: needed };
  const client = party === 'client';
  const balance = client ? given.clientAvailable : given.freelancerAvailable;
  const available = balance(currencyOf(c));
  if (compare(available, needed) >= 0) {
    return { type: 'arbitration_paid', charge: null, ...forWhat };
  }
  const canBeCharged = client ? given.clientCanBeCharged : given.freelancerCanBeCharged;
  if (!canBeCharged) return reject('payment_method_missing', { needed, available });
  return { type: 'arbitration_charge_requested', charge: nextCharge(c), ...forWhat };
}

/** A confirmed charge as a payment for the ruling; nothing when the dispute wants it no more. */
export function costConfirmed(c: Contract, charge: Charge): readonly ContractEvent[] {
  const dispute = c.disputes.find((one) => one.id === charge.dispute);
  if (dispute === undefined || charge.status !== 'waiting') return [];
  if (!awaitsCosts(dispute) || dispute.costs[charge.payer] !== null) return [];
  const { payer: party, amount } = charge;
  return [{ type: 'arbitration_paid', charge: charge.id, dispute: dispute.id, party, amount }];
}

/** The state with the charge that a side's payment begins. */
export function costChargeRequested(
  c: Contract,
  event: EventOf<'arbitration_charge_requested'>,
  at: Instant,
): Contract {
  const charge: Charge = {
    id: event.charge,
    payer: event.party,
    milestone: null,
    bonus: null,
    dispute: event.dispute,
    amount: event.amount,
    clientFee: zero(event.amount.currency),
    status: 'waiting',
    requestedAt: at,
  };
  return { ...c, charges: [...c.charges, charge] };
}
