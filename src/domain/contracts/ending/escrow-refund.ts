// The request for escrow that a client's ending leaves over: it opens, grows when a submission is
// answered with less than all, shrinks when the client pays after all, and is gone with its last
// cent. A request that grows starts its clock anew; one that shrinks keeps it.
import { add, compare, isPositive, type Money, subtract, total } from '../../money/money.ts';
import { type Contract, currencyOf, type RefundPart } from '../contract.ts';
import type { ContractEvent } from '../events.ts';

function openParts(c: Contract): readonly RefundPart[] {
  return c.escrowRefund?.status === 'open' ? c.escrowRefund.parts : [];
}

function request(c: Contract, parts: readonly RefundPart[]): readonly ContractEvent[] {
  const amount = total(
    parts.map((part) => part.amount),
    currencyOf(c),
  );
  return isPositive(amount) ? [{ type: 'escrow_refund_requested', parts, amount }] : [];
}

/** The request with more parts in it. */
export function grownRefund(c: Contract, more: readonly RefundPart[]): readonly ContractEvent[] {
  const kept = openParts(c).filter((part) => !more.some((m) => m.milestone === part.milestone));
  const grown = more.map((part) => {
    const before = openParts(c).find((one) => one.milestone === part.milestone);
    return before === undefined ? part : { ...part, amount: add(part.amount, before.amount) };
  });
  return request(c, [...kept, ...grown]);
}

/** The request after a payment out of what it asks for. */
export function shrunkRefund(
  c: Contract,
  milestone: string,
  paid: Money,
): readonly ContractEvent[] {
  const parts = openParts(c);
  if (!parts.some((part) => part.milestone === milestone)) return [];
  const left = parts
    .map((part) => (part.milestone === milestone ? lessened(part, paid) : part))
    .filter((part) => isPositive(part.amount));
  return left.length === 0
    ? [{ type: 'escrow_refund_withdrawn' }]
    : [{ type: 'escrow_refund_lowered', parts: left }];
}

function lessened(part: RefundPart, paid: Money): RefundPart {
  const gone = compare(paid, part.amount) > 0 ? part.amount : paid;
  return { ...part, amount: subtract(part.amount, gone) };
}
