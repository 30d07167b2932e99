// How the events of disputes change the state: money that is held and let go again, stages, offers,
// evidence, and who has paid for a ruling.
import type { Instant } from '../../calendar.ts';
import { add, isPositive, isZero, type Money, subtract, total } from '../../money/money.ts';
import type { Party } from '../../people.ts';
import { type Contract, currencyOf, type Milestone, type RefundPart } from '../contract.ts';
import type { DisputeEvent, EventOf } from '../events.ts';
import type { FoldsOf } from '../folds-of.ts';
import { chargeOver, withMoney } from '../milestones/folds.ts';
import { costChargeRequested } from './arbitration/arbitration-charge.ts';
import type { Dispute } from './dispute.ts';

function withDispute(
  c: Contract,
  id: string,
  change: (dispute: Dispute) => Partial<Dispute>,
): Contract {
  const disputes = c.disputes.map((one) => (one.id === id ? { ...one, ...change(one) } : one));
  return { ...c, disputes };
}

const nobody = { client: null, freelancer: null };

function opened(c: Contract, event: EventOf<'dispute_opened'>, at: Instant): Contract {
  const paid = event.about === 'paid';
  const dispute: Dispute = {
    id: event.dispute,
    about: event.about,
    status: paid ? 'mediation' : 'open',
    openedBy: event.party,
    openedAt: at,
    statement: event.statement,
    amount: event.amount,
    parts: event.parts,
    answer: null,
    mediationSince: paid ? at : null,
    mediator: null,
    offers: nobody,
    recommendation: null,
    failedAt: null,
    costs: nobody,
    rulingSince: null,
    arbiter: null,
    evidence: [],
    end: null,
  };
  return held({ ...c, disputes: [...c.disputes, dispute] }, event.parts);
}

function sumOf(parts: readonly RefundPart[], c: Contract): Money {
  const amounts = parts.map((part) => part.amount);
  return total(amounts, currencyOf(c));
}

function partOf(parts: readonly RefundPart[], m: Milestone): Money | undefined {
  return parts.find((part) => part.milestone === m.id)?.amount;
}

/** Held: no review goes on, nothing is overdue; on an active contract it counts as funded. */
function held(c: Contract, parts: readonly RefundPart[]): Contract {
  const milestones = c.milestones.map((m): Milestone => {
    const part = partOf(parts, m);
    if (part === undefined) return m;
    return {
      ...m,
      escrow: subtract(m.escrow, part),
      held: add(m.held, part),
      status: m.status === 'void' ? 'void' : 'funded',
      submittedAt: null,
      overdueSince: null,
    };
  });
  const sum = sumOf(parts, c);
  const { escrow, held: before } = c.money;
  return withMoney({ ...c, milestones }, { escrow: subtract(escrow, sum), held: add(before, sum) });
}

/** Decided: paid and given back. What then holds nothing is settled; void stays void. */
function letGo(m: Milestone, event: EventOf<'dispute_closed'>): Milestone {
  const paid = partOf(event.paid, m) ?? subtract(m.held, m.held);
  const returned = partOf(event.returned, m) ?? subtract(m.held, m.held);
  const left = subtract(subtract(m.held, paid), returned);
  const next = {
    ...m,
    held: left,
    released: add(m.released, paid),
    returned: add(m.returned, returned),
  };
  const empty = isZero(left) && isZero(m.escrow) && m.status !== 'void';
  if (!empty || (isZero(paid) && isZero(returned))) return next;
  return { ...next, status: isPositive(next.released) ? 'released' : 'refunded' };
}

function closed(c: Contract, event: EventOf<'dispute_closed'>, at: Instant): Contract {
  const end = { how: event.how, toFreelancer: event.to_freelancer, at };
  const ended = withDispute(c, event.dispute, () => ({ status: event.status, end }));
  const paid = sumOf(event.paid, c);
  const returned = sumOf(event.returned, c);
  const earning = { id: `${c.version + 1}`, net: event.net, releasedAt: at };
  const payment = { at, amount: paid, kind: 'milestone' as const };
  const { money } = c;
  return withMoney(
    {
      ...ended,
      milestones: c.milestones.map((m) => letGo(m, event)),
      earnings: isPositive(event.net) ? [...c.earnings, earning] : c.earnings,
      payments: isPositive(paid) ? [...c.payments, payment] : c.payments,
    },
    {
      held: subtract(subtract(money.held, paid), returned),
      paid: add(money.paid, paid),
      returned: add(money.returned, returned),
      fees: add(money.fees, event.fee),
      clientFees: subtract(money.clientFees, event.client_fee),
    },
  );
}

function taken(c: Contract, event: EventOf<'case_taken'>): Contract {
  return withDispute(c, event.dispute, ({ status }) =>
    status === 'arbitration' ? { arbiter: event.mediator } : { mediator: event.mediator },
  );
}

function accepted(c: Contract, event: EventOf<'recommendation_accepted'>): Contract {
  return withDispute(c, event.dispute, ({ recommendation }) => ({
    recommendation: recommendation && {
      ...recommendation,
      accepted: [...recommendation.accepted, event.party],
    },
  }));
}

function costPaid(c: Contract, event: EventOf<'arbitration_paid'>, at: Instant): Contract {
  const paid = event.charge === null ? c : chargeOver(c, event.charge, 'confirmed');
  return withDispute(paid, event.dispute, (dispute) => {
    const costs: Dispute['costs'] = { ...dispute.costs, [event.party]: event.amount };
    const sides: readonly Party[] = ['client', 'freelancer'];
    const complete = sides.every((side) => costs[side] !== null);
    return { costs, rulingSince: complete ? at : null };
  });
}

export const disputeFolds: FoldsOf<DisputeEvent> = {
  dispute_opened: opened,
  dispute_contested: (c, { dispute, statement }, at) =>
    withDispute(c, dispute, () => ({
      status: 'mediation',
      answer: statement,
      mediationSince: at,
    })),
  evidence_submitted: (c, { dispute, party, note, files }, at) =>
    withDispute(c, dispute, ({ evidence }) => ({
      evidence: [...evidence, { by: party, at, note, files }],
    })),
  settlement_offered: (c, { dispute, party, to_freelancer }) =>
    withDispute(c, dispute, ({ offers }) => ({ offers: { ...offers, [party]: to_freelancer } })),
  case_taken: taken,
  split_recommended: (c, { dispute, to_freelancer: toFreelancer, note }, at) =>
    withDispute(c, dispute, () => ({ recommendation: { toFreelancer, note, at, accepted: [] } })),
  recommendation_accepted: accepted,
  recommendation_declined: (c) => c,
  mediation_failed: (c, { dispute }, at) =>
    withDispute(c, dispute, () => ({ status: 'arbitration', failedAt: at })),
  arbitration_charge_requested: costChargeRequested,
  arbitration_paid: costPaid,
  arbitration_cost_returned: (c, { dispute, party }) =>
    withDispute(c, dispute, ({ costs }) => ({ costs: { ...costs, [party]: null } })),
  dispute_ruled: (c) => c,
  dispute_closed: closed,
};
