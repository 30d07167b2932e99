// The money of a change: what a milestone with money in it is now worth more is taken at once, as
// by fund_milestone, and what it is worth less goes back. A milestone without money moves none.
import type { Given } from '../../given.ts';
import {
  add,
  compare,
  isPositive,
  least,
  type Money,
  subtract,
  total,
  zero,
} from '../../money/money.ts';
import { isRejection, type Rejection } from '../../rejections.ts';
import type { Terms } from '../contract.ts';
import { type Contract, currencyOf, type Milestone, type RefundPart } from '../contract.ts';
import { returnEscrow } from '../ending/return-escrow.ts';
import type { ContractEvent } from '../events.ts';
import { covered } from '../milestone.ts';
import { fundsFor, nextCharge } from '../milestones/funds.ts';

/** What is wanted besides: of a funded milestone the difference, never beyond its new amount. */
function lacking(m: Milestone, amount: Money): Money {
  const lacks = subtract(amount, covered(m));
  return m.status === 'funding' ? lacks : least(lacks, subtract(amount, m.amount));
}

/** What it holds too much: the difference, or as much of it as has come in. */
function excess(m: Milestone, amount: Money): Money {
  return least(subtract(m.amount, amount), subtract(covered(m), amount));
}

type Changed = { readonly milestone: Milestone; readonly amount: Money };

function withOtherAmounts(c: Contract, terms: Terms): readonly Changed[] {
  return c.milestones.flatMap((milestone) => {
    const amount = terms.milestones.find((one) => one.id === milestone.id)?.amount;
    const same = amount === undefined || compare(amount, milestone.amount) === 0;
    return same ? [] : [{ milestone, amount }];
  });
}

function returns(c: Contract, changed: readonly Changed[]): readonly ContractEvent[] {
  const parts: readonly RefundPart[] = changed
    .map(({ milestone, amount }) => ({
      milestone: milestone.id,
      amount: excess(milestone, amount),
    }))
    .filter((part) => isPositive(part.amount));
  return returnEscrow(c, parts);
}

/** What an event of this change puts on the client's balance, or takes from it. */
function toBalance(c: Contract, event: ContractEvent): Money {
  const nothing = zero(currencyOf(c));
  if (event.type === 'escrow_returned') return add(event.amount, event.client_fee);
  const paid = event.type === 'milestone_funded' && event.charge === null;
  return paid ? subtract(nothing, add(event.amount, event.client_fee)) : nothing;
}

/** The events of money that accepting these terms brings, or why there is no money for them. */
export function changeMoney(
  c: Contract,
  terms: Terms,
  given: Given,
): readonly ContractEvent[] | Rejection {
  const changed = withOtherAmounts(c, terms);
  const events = [...returns(c, changed)];
  for (const { milestone, amount } of changed) {
    const lacks = lacking(milestone, amount);
    const holds = milestone.status === 'funded' || milestone.status === 'funding';
    if (!holds || !isPositive(lacks)) continue;
    const moved = total(
      events.map((event) => toBalance(c, event)),
      currencyOf(c),
    );
    const clientAvailable = (currency: string) => add(given.clientAvailable(currency), moved);
    const charges = events.filter((event) => event.type === 'charge_requested').length;
    const charge = nextCharge(c, charges);
    const funds = fundsFor(c.terms, milestone.id, lacks, charge, { ...given, clientAvailable });
    if (isRejection(funds)) return funds;
    events.push(funds);
  }
  return events;
}
