// How money beside the plan changes the state: payments and what they earn, refunds and what they
// take back, requests and how far they are answered.
import type { Instant } from '../../calendar.ts';
import { add, compare, isPositive, type Money, subtract, zero } from '../../money/money.ts';
import type { Contract, Earning, MoneyRequest, Payment } from '../contract.ts';
import type { BesideEvent, EventOf } from '../events.ts';
import type { FoldsOf } from '../folds-of.ts';
import { withCharge, withMoney } from '../milestones/folds.ts';

export const besideFolds: FoldsOf<BesideEvent> = {
  bonus_charge_requested: chargeRequested,
  bonus_paid: bonusPaid,
  payment_requested: (c, event, at) =>
    requested(c, { ...event, kind: 'payment', by: 'freelancer', at }),
  payment_request_withdrawn: (c, event) => answered(c, event.request, 'withdrawn'),
  payment_request_declined: (c, event) => answered(c, event.request, 'declined'),
  refund_requested: (c, event, at) =>
    requested(c, { ...event, note: event.reason, kind: 'refund', by: 'client', at }),
  refund_request_withdrawn: (c, event) => answered(c, event.request, 'withdrawn'),
  refund_request_declined: (c, event) => answered(c, event.request, 'declined'),
  refund_given: refundGiven,
};

function chargeRequested(
  c: Contract,
  event: EventOf<'bonus_charge_requested'>,
  at: Instant,
): Contract {
  const { kind, note, request } = event;
  const charge = {
    id: event.charge,
    payer: 'client' as const,
    milestone: null,
    bonus: { kind, note, request },
    dispute: null,
    amount: event.amount,
    clientFee: event.client_fee,
    status: 'waiting' as const,
    requestedAt: at,
  };
  return { ...c, charges: [...c.charges, charge] };
}

/** The state with one more payment: what it earned clears like everything that is earned. */
export function withPayment(c: Contract, payment: Payment, net: Money): Contract {
  const earning: Earning = { id: `${c.version + 1}`, net, releasedAt: payment.at };
  return {
    ...c,
    earnings: isPositive(net) ? [...c.earnings, earning] : c.earnings,
    payments: [...c.payments, payment],
  };
}

function bonusPaid(c: Contract, event: EventOf<'bonus_paid'>, at: Instant): Contract {
  const { amount, kind, net, charge, request } = event;
  const charged = charge === null ? c : withCharge(c, charge, 'confirmed');
  const paid = withPayment(charged, { at, amount, kind }, net);
  return withMoney(settledBy(paid, request, amount), {
    paid: add(c.money.paid, amount),
    fees: add(c.money.fees, event.fee),
    clientFees: add(c.money.clientFees, event.client_fee),
  });
}

function refundGiven(c: Contract, event: EventOf<'refund_given'>): Contract {
  const { amount, fee, from_pending: taken, request } = event;
  const left = (earning: Earning): Earning => {
    const gone = taken.find((one) => one.earning === earning.id)?.amount;
    return gone === undefined ? earning : { ...earning, net: subtract(earning.net, gone) };
  };
  const earnings = c.earnings.map(left).filter(({ net }) => isPositive(net));
  return withMoney(settledBy({ ...c, earnings }, request, amount), {
    refunded: add(c.money.refunded, amount),
    fees: subtract(c.money.fees, fee),
  });
}

type Asked = Pick<MoneyRequest, 'kind' | 'by' | 'at' | 'amount' | 'note'> & {
  readonly request: string;
};

function requested(c: Contract, { request: id, kind, by, at, amount, note }: Asked): Contract {
  const settled = zero(amount.currency);
  const one: MoneyRequest = { id, kind, status: 'open', by, at, amount, settled, note };
  return { ...c, requests: [...c.requests, one] };
}

function withRequest(
  c: Contract,
  id: string | null,
  change: (request: MoneyRequest) => MoneyRequest,
): Contract {
  return { ...c, requests: c.requests.map((one) => (one.id === id ? change(one) : one)) };
}

function answered(c: Contract, id: string, status: MoneyRequest['status']): Contract {
  return withRequest(c, id, (one) => ({ ...one, status }));
}

/** Money for a request: with the last of its sum it is answered. */
function settledBy(c: Contract, id: string | null, amount: Money): Contract {
  return withRequest(c, id, (one) => {
    const settled = add(one.settled, amount);
    const done = compare(settled, one.amount) >= 0;
    return { ...one, settled, status: done ? 'approved' : one.status };
  });
}
