// How a dispute begins: with an id of its own, the amount it is about, and what is held for it.
import { total } from '../../money/money.ts';
import type { Party, TextRef } from '../../people.ts';
import { type Contract, currencyOf, type RefundPart } from '../contract.ts';
import type { EventOf } from '../events.ts';

/** Ids count within the contract. */
export function nextDispute(c: Contract): string {
  return `dsp_${c.disputes.length + 1}`;
}

/** The event that holds these parts of escrow. */
export function escrowDisputed(
  c: Contract,
  party: Party,
  statement: TextRef,
  parts: readonly RefundPart[],
): EventOf<'dispute_opened'> {
  const amount = total(
    parts.map((part) => part.amount),
    currencyOf(c),
  );
  const dispute = nextDispute(c);
  return { type: 'dispute_opened', dispute, about: 'escrow', party, statement, amount, parts };
}
