// How the events of milestones and their money change the state. Amounts come with the events;
// here they are only put where they belong.
import type { Instant } from '../../calendar.ts';
import { add, isPositive, isZero, type Money, subtract } from '../../money/money.ts';
import {
  type ChargeStatus,
  type Contract,
  chargeFor,
  type Milestone,
  type MoneyOfContract,
  openQuestion,
} from '../contract.ts';
import type { EventOf } from '../events.ts';
import { byEscrow, withTerms } from '../milestone.ts';

/** The contract with one milestone changed. */
export function withMilestone(
  c: Contract,
  id: string,
  change: (milestone: Milestone) => Milestone,
): Contract {
  return { ...c, milestones: c.milestones.map((m) => (m.id === id ? change(m) : m)) };
}

export function edited(c: Contract, event: EventOf<'milestone_edited'>): Contract {
  return withMilestone(c, event.milestone.id, (m) => byEscrow(withTerms(m, event.milestone)));
}

export function chargeRequested(
  c: Contract,
  event: EventOf<'charge_requested'>,
  at: Instant,
): Contract {
  const charge = {
    id: event.charge,
    payer: 'client' as const,
    milestone: event.milestone,
    bonus: null,
    dispute: null,
    amount: event.amount,
    clientFee: event.client_fee,
    status: 'waiting' as const,
    requestedAt: at,
  };
  const waiting = { ...c, charges: [...c.charges, charge] };
  return withMilestone(waiting, event.milestone, (m) => ({ ...m, status: 'funding' }));
}

/** The contract with a charge that has come to an answer. */
export function withCharge(c: Contract, id: string, status: ChargeStatus): Contract {
  return { ...c, charges: c.charges.map((one) => (one.id === id ? { ...one, status } : one)) };
}

/** A charge that did not fund its milestone: it failed, came too late, or had no reason left. */
export function chargeOver(c: Contract, id: string, status: ChargeStatus): Contract {
  const over = withCharge(c, id, status);
  const milestone = c.milestones.find((m) => chargeFor(c, m.id)?.id === id);
  return milestone === undefined ? over : withMilestone(over, milestone.id, byEscrow);
}

export function funded(c: Contract, event: EventOf<'milestone_funded'>): Contract {
  const paid = event.charge === null ? c : withCharge(c, event.charge, 'confirmed');
  const held = withMilestone(paid, event.milestone, (m) => {
    const filled = { ...m, escrow: add(m.escrow, event.amount) };
    if (c.status !== 'active') return { ...filled, status: 'planned' };
    return m.status === 'funded' ? filled : byEscrow(filled);
  });
  return withMoney(held, {
    escrow: add(c.money.escrow, event.amount),
    clientFees: add(c.money.clientFees, event.client_fee),
  });
}

/** The contract with some of its sums changed. */
export function withMoney(c: Contract, sums: Partial<MoneyOfContract>): Contract {
  return { ...c, money: { ...c.money, ...sums } };
}

/** What is submitted is not overdue, however late it comes. Again before an answer: same clock. */
export function submitted(c: Contract, event: EventOf<'work_submitted'>, at: Instant): Contract {
  const { milestone, note, files = [] } = event;
  const submissions = [...c.submissions, { milestone, at, note, files }];
  return withMilestone({ ...c, submissions }, milestone, (m) => ({
    ...m,
    status: 'submitted',
    submittedAt: m.status === 'submitted' ? m.submittedAt : at,
    overdueSince: null,
  }));
}

/** Taken back after the due date, it is overdue from then on, unless a question is open. */
export function submissionWithdrawn(
  c: Contract,
  event: EventOf<'submission_withdrawn'>,
  at: Instant,
): Contract {
  return withMilestone(c, event.milestone, (m) => ({
    ...m,
    status: 'funded',
    submittedAt: null,
    overdueSince: m.duePassed && openQuestion(c) === undefined ? at : null,
  }));
}

export function changesRequested(c: Contract, event: EventOf<'changes_requested'>): Contract {
  return withMilestone(c, event.milestone, (m) => ({
    ...m,
    status: 'funded',
    submittedAt: null,
    changesRequested: m.changesRequested + 1,
  }));
}

export function duePassed(c: Contract, event: EventOf<'due_passed'>, at: Instant): Contract {
  return withMilestone(c, event.milestone, (m) => ({
    ...m,
    duePassed: true,
    overdueSince: event.overdue ? at : null,
  }));
}

/** Released: paid to the freelancer, and the rest moved on, kept here, or nothing. */
export function released(c: Contract, event: EventOf<'payment_released'>, at: Instant): Contract {
  const { milestone, amount, moved } = event;
  const gone = moved === null ? amount : add(amount, moved.amount);
  const paid = withMilestone(c, milestone, (m) => settled(c, m, amount, gone, moved?.amount));
  const next =
    moved === null
      ? paid
      : withMilestone(paid, moved.to, (m) =>
          byEscrow({ ...m, escrow: add(m.escrow, moved.amount) }),
        );
  const earning = { id: `${c.version + 1}`, net: event.net, releasedAt: at };
  return withMoney(
    {
      ...next,
      earnings: isPositive(event.net) ? [...c.earnings, earning] : c.earnings,
      payments: [...c.payments, { at, amount, kind: 'milestone' }],
    },
    {
      escrow: subtract(c.money.escrow, amount),
      paid: add(c.money.paid, amount),
      fees: add(c.money.fees, event.fee),
    },
  );
}

function settled(
  c: Contract,
  m: Milestone,
  amount: Money,
  gone: Money,
  moved: Money | undefined,
): Milestone {
  const escrow = subtract(m.escrow, gone);
  const paid = {
    ...m,
    escrow,
    released: add(m.released, amount),
    moved: moved === undefined ? m.moved : add(m.moved, moved),
    submittedAt: null,
  };
  const empty = isZero(escrow) && isZero(m.held);
  if (empty) return { ...paid, status: 'released', overdueSince: null };
  return { ...paid, status: c.status === 'ended' && m.status === 'void' ? 'void' : 'funded' };
}
