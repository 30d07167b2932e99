// The money that comes with an offer (`fund_first`): the first milestone's amount, held until the
// offer is answered. When terms change before that, the difference is charged or goes back.
import type { Given } from '../../given.ts';
import { compare, isPositive, subtract, zero } from '../../money/money.ts';
import { isRejection, type Rejection } from '../../rejections.ts';
import { type Contract, chargeFor, currencyOf, type Milestone, type Terms } from '../contract.ts';
import { returnEscrow } from '../ending/return-escrow.ts';
import type { ContractEvent } from '../events.ts';
import { fundsFor, nextCharge } from '../milestones/funds.ts';

/** Whether a charge that is on its way for the first milestone still is what new terms need. */
export function keepsFunding(first: Milestone, terms: Terms): boolean {
  const [wanted] = terms.milestones;
  if (first.status !== 'funding' || wanted === undefined || !terms.fundFirst) return false;
  return wanted.id === first.id && compare(wanted.amount, first.amount) === 0;
}

/**
 * What new terms do to the money of an offer: `before` they count, what they need no more goes
 * back; `after`, what they need besides is taken from the balance or by a charge.
 */
export function firstMoney(
  c: Contract,
  terms: Terms,
  given: Given,
): { before: readonly ContractEvent[]; after: readonly ContractEvent[] } | Rejection {
  const [first] = c.milestones;
  const [wanted] = terms.milestones;
  const needed = terms.fundFirst && wanted !== undefined ? wanted.amount : zero(currencyOf(c));
  const excess = subtract(c.money.escrow, needed);
  if (first !== undefined && isPositive(excess)) {
    return { before: returnEscrow(c, [{ milestone: first.id, amount: excess }]), after: [] };
  }
  const lacks = subtract(needed, c.money.escrow);
  const onItsWay = first !== undefined && keepsFunding(first, terms) && chargeFor(c, first.id);
  if (wanted === undefined || !isPositive(lacks) || onItsWay) return { before: [], after: [] };
  const funds = fundsFor(terms, wanted.id, lacks, nextCharge(c), given);
  return isRejection(funds) ? funds : { before: [], after: [funds] };
}
