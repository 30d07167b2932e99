// The request for escrow that a client's ending leaves over: it opens, grows when a submission is
// answered with less than all, shrinks when the client pays after all, and is gone with its last
// cent. A request that grows starts its clock anew; one that shrinks keeps it.
import { isPositive, least, type Money, subtract, total } from '../../money/money.ts';
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

/** The request with more parts in it: of milestones that were under review, so not in it yet. */
export function grownRefund(c: Contract, more: readonly RefundPart[]): readonly ContractEvent[] {
  return request(c, [...openParts(c), ...more]);
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
  return { ...part, amount: subtract(part.amount, least(paid, part.amount)) };
}
