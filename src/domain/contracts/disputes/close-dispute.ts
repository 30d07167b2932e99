// The end of a dispute: who gets what, and what happens to the costs of a ruling. Costs go back
// when the two settle or a ruling comes too late; by opt-in and by ruling they are kept.
import type { Given } from '../../given.ts';
import { compare, type Money, zero } from '../../money/money.ts';
import { otherParty, type Party } from '../../people.ts';
import { isRejection, type Rejection, reject } from '../../rejections.ts';
import { type Contract, currencyOf } from '../contract.ts';
import type { ContractEvent } from '../events.ts';
import { amountOrNothing } from '../guards.ts';
import type { Dispute, DisputeEnding } from './dispute.ts';
import { divided, nothingDivided } from './divide.ts';
import { evenedOut } from './mediation/even-out.ts';

const statusOf: Readonly<Record<DisputeEnding, 'settled' | 'decided' | 'withdrawn'>> = {
  accepted: 'settled',
  settlement: 'settled',
  recommendation: 'settled',
  withdrawn: 'withdrawn',
  silence: 'decided',
  opt_in: 'decided',
  ruling: 'decided',
  halved: 'decided',
  failed: 'decided',
};

const keepsCosts: readonly DisputeEnding[] = ['opt_in', 'ruling'];

/** What each side had paid for a ruling, back to it. */
function costsReturned(dispute: Dispute): readonly ContractEvent[] {
  const sides: readonly Party[] = ['client', 'freelancer'];
  return sides.flatMap((party) => {
    const amount = dispute.costs[party];
    if (amount === null) return [];
    return [{ type: 'arbitration_cost_returned', dispute: dispute.id, party, amount }];
  });
}

/** The end of a dispute about escrow, or one that changes nothing about money already paid. */
export function closed(
  c: Contract,
  dispute: Dispute,
  how: DisputeEnding,
  toFreelancer: Money,
): readonly ContractEvent[] {
  const costs = keepsCosts.includes(how) ? [] : costsReturned(dispute);
  const split = dispute.about === 'escrow' ? divided : nothingDivided;
  const money = split(c, dispute, toFreelancer);
  const status = statusOf[how];
  return [...costs, { type: 'dispute_closed', dispute: dispute.id, status, how, ...money }];
}

/**
 * The end that both have agreed on. About money that was paid already, the difference is paid at
 * once, as a refund or a bonus; refused when it is not there.
 */
export function agreed(
  c: Contract,
  dispute: Dispute,
  how: 'settlement' | 'recommendation',
  toFreelancer: Money,
  given: Given,
): readonly ContractEvent[] | Rejection {
  const even = dispute.about === 'paid' ? evenedOut(c, dispute, toFreelancer, given) : [];
  return isRejection(even) ? even : [...even, ...closed(c, dispute, how, toFreelancer)];
}

/** Everything to this side. */
export function wholeTo(party: Party, dispute: Dispute): Money {
  return party === 'freelancer' ? dispute.amount : zero(dispute.amount.currency);
}

/** As if settled for the side that did not open it. Of money already paid, nothing moves. */
export function givenUp(c: Contract, dispute: Dispute): readonly ContractEvent[] {
  const to = dispute.about === 'paid' ? 'freelancer' : otherParty(dispute.openedBy);
  return closed(c, dispute, 'withdrawn', wholeTo(to, dispute));
}

/** A split that somebody names: of what is held never more than all of it. */
export function splitGiven(c: Contract, dispute: Dispute, text: string): Money | Rejection {
  const amount = amountOrNothing(text, currencyOf(c), 'to_freelancer');
  if (isRejection(amount) || dispute.about === 'paid') return amount;
  const tooMuch = compare(amount, dispute.amount) > 0;
  return tooMuch
    ? reject('amount_exceeds_escrow', { escrow: dispute.amount }, 'to_freelancer')
    : amount;
}
