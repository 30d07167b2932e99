// How money that a dispute held is divided. What the freelancer gets is paid out of the disputed
// milestones in the order of the plan, less the fee; the rest goes back to the client with its
// share of the client's fee: fees kept × returned ÷ what was funded and not returned. The parts
// sum to what was held; a cent always has a place.
import { add, isPositive, least, type Money, subtract, zero } from '../../money/money.ts';
import { afterFee, portion } from '../../money/split.ts';
import { type Contract, currencyOf, type RefundPart } from '../contract.ts';
import type { EventOf } from '../events.ts';
import { type Dispute, toClient } from './dispute.ts';

type Closed = EventOf<'dispute_closed'>;
export type Divided = Omit<Closed, 'type' | 'dispute' | 'status' | 'how'>;

/** The client's fee that comes back with an amount out of escrow or out of what is held. */
export function clientFeeBack(c: Contract, amount: Money): Money {
  const { clientFees, escrow, held, paid } = c.money;
  const base = add(add(escrow, held), paid);
  return isPositive(clientFees) && isPositive(amount)
    ? portion(clientFees, amount.minor, base.minor)
    : zero(amount.currency);
}

type Split = { readonly paid: readonly RefundPart[]; readonly returned: readonly RefundPart[] };

/** The parts in the order in which they are held, each as far as the amount goes. */
export function splitParts(parts: readonly RefundPart[], amount: Money): Split {
  let left = amount;
  const paid: RefundPart[] = [];
  const returned: RefundPart[] = [];
  for (const { milestone, amount: whole } of parts) {
    const first = least(left, whole);
    const rest = subtract(whole, first);
    left = subtract(left, first);
    if (isPositive(first)) paid.push({ milestone, amount: first });
    if (isPositive(rest)) returned.push({ milestone, amount: rest });
  }
  return { paid, returned };
}

/** Held money, so much of it to the freelancer. */
export function divided(c: Contract, dispute: Dispute, toFreelancer: Money): Divided {
  const back = toClient(dispute, toFreelancer);
  return {
    ...splitParts(dispute.parts, toFreelancer),
    to_freelancer: toFreelancer,
    ...afterFee(toFreelancer, c.terms.policy.fee.freelancerBps),
    to_client: back,
    client_fee: clientFeeBack(c, back),
  };
}

/** About money that was paid already nothing is held: the amounts are told, and nothing moves. */
export function nothingDivided(c: Contract, dispute: Dispute, toFreelancer: Money): Divided {
  const nothing = zero(currencyOf(c));
  const back = toClient(dispute, toFreelancer);
  return {
    paid: [],
    returned: [],
    to_freelancer: toFreelancer,
    fee: nothing,
    net: nothing,
    to_client: isPositive(back) ? back : nothing,
    client_fee: nothing,
  };
}
