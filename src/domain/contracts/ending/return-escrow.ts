// Escrow on its way back to the client, with the share of the client's fee that goes with it:
// fees kept × returned ÷ what had been funded and not returned, rounded half up, so that when
// everything comes back the whole fee does.
import { isZero, total } from '../../money/money.ts';
import { type Contract, currencyOf, type RefundPart, withEscrow } from '../contract.ts';
import { clientFeeBack } from '../disputes/divide.ts';
import type { ContractEvent } from '../events.ts';

/** The event of these parts of escrow going back; none when they are nothing. */
export function returnEscrow(c: Contract, parts: readonly RefundPart[]): readonly ContractEvent[] {
  const amount = total(
    parts.map((part) => part.amount),
    currencyOf(c),
  );
  if (isZero(amount)) return [];
  return [{ type: 'escrow_returned', parts, amount, client_fee: clientFeeBack(c, amount) }];
}

/** All that the contract holds, milestone by milestone. */
export function allEscrow(c: Contract): readonly RefundPart[] {
  return withEscrow(c).map((m) => ({ milestone: m.id, amount: m.escrow }));
}

/** What an offer that ends unaccepted gives back: the money that came with it. */
export function returnOffer(c: Contract): readonly ContractEvent[] {
  return returnEscrow(c, allEscrow(c));
}
