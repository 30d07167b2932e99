// How the events of ending a contract change its state: escrow that goes back, requests for it,
// cancels, and the end itself.
import type { Instant } from '../../calendar.ts';
import { add, isPositive, isZero, subtract } from '../../money/money.ts';
import {
  type Contract,
  type Milestone,
  netPaid,
  type ProposalStatus,
  type RefundPart,
} from '../contract.ts';
import type { EventOf } from '../events.ts';
import { withMoney } from '../milestones/folds.ts';
import { lapsed } from '../proposals.ts';

function returnedFrom(m: Milestone, parts: readonly RefundPart[]): Milestone {
  const part = parts.find((one) => one.milestone === m.id);
  if (part === undefined) return m;
  const escrow = subtract(m.escrow, part.amount);
  const returned = { ...m, escrow, returned: add(m.returned, part.amount) };
  if (!isZero(escrow) || isPositive(m.held)) return returned;
  // A plan stays a plan, and void, also when money had come to it from the milestone before.
  if (m.status === 'planned' || m.status === 'void') return returned;
  const status = isPositive(m.released) ? 'released' : 'refunded';
  return { ...returned, status, submittedAt: null, overdueSince: null };
}

/** Escrow back to the client. A milestone that holds nothing any more is settled by it. */
export function escrowReturned(c: Contract, event: EventOf<'escrow_returned'>): Contract {
  const milestones = c.milestones.map((m) => {
    const next = returnedFrom(m, event.parts);
    // An offer that is being revised has a plan, not a settled milestone.
    return c.status === 'offered' ? { ...next, status: m.status } : next;
  });
  return withMoney(
    { ...c, milestones },
    {
      escrow: subtract(c.money.escrow, event.amount),
      returned: add(c.money.returned, event.amount),
      clientFees: subtract(c.money.clientFees, event.client_fee),
    },
  );
}

/** A request with all that is asked for now; one that was open is replaced, its clock anew. */
export function refundRequested(
  c: Contract,
  event: EventOf<'escrow_refund_requested'>,
  at: Instant,
): Contract {
  return { ...c, escrowRefund: { status: 'open', by: 'client', at, parts: event.parts } };
}

/** Less is asked for than before; the clock goes on. */
export function refundLowered(c: Contract, event: EventOf<'escrow_refund_lowered'>): Contract {
  if (c.escrowRefund === null) return c;
  return { ...c, escrowRefund: { ...c.escrowRefund, parts: event.parts } };
}

export function refundAnswered(c: Contract, status: ProposalStatus): Contract {
  return c.escrowRefund === null ? c : { ...c, escrowRefund: { ...c.escrowRefund, status } };
}

export function cancelProposed(
  c: Contract,
  event: EventOf<'cancel_proposed'>,
  at: Instant,
): Contract {
  const { party, note } = event;
  const cancel = {
    status: 'open' as const,
    by: party,
    at,
    toFreelancer: event.to_freelancer,
    note,
  };
  return { ...c, cancel };
}

export function cancelAnswered(c: Contract, status: ProposalStatus): Contract {
  return c.cancel === null ? c : { ...c, cancel: { ...c.cancel, status } };
}

/** The end: what was only planned is void, what was open between the two lapses. */
export function ended(c: Contract, event: EventOf<'contract_ended'>, at: Instant): Contract {
  const nothingPaid = isZero(netPaid(c));
  const kind = event.by === 'both' && nothingPaid ? 'cancelled' : 'completed';
  const voided = (m: Milestone): Milestone => {
    const planned = m.status === 'planned' || m.status === 'funding';
    return { ...m, status: planned ? 'void' : m.status, overdueSince: null };
  };
  return {
    ...c,
    status: 'ended',
    milestones: c.milestones.map(voided),
    change: lapsed(c.change),
    cancel: lapsed(c.cancel),
    outcome: { by: event.by, reason: event.reason, at, kind },
  };
}
