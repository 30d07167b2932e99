// Either party asks for a mediator about money that was paid within the policy's window. Nothing is
// held and nobody rules: it ends with what both agree on, or with everything as it was.
import { after, compareInstants, type Instant } from '../../../calendar.ts';
import type { CommandFile } from '../../../decision.ts';
import { add, isPositive, least, type Money, subtract, zero } from '../../../money/money.ts';
import { firstOf, type Rejection, reject } from '../../../rejections.ts';
import { type Contract, currencyOf } from '../../contract.ts';
import { isAccepted, sideOf } from '../../guards.ts';
import { openDisputes } from '../dispute.ts';
import { nextDispute } from '../open-dispute.ts';

/** What was paid within the window and not refunded; refunds count against the oldest first. */
export function paidLately(c: Contract, now: Instant): Money {
  const { window } = c.terms.policy.mediation;
  let refunds = c.money.refunded;
  let sum = zero(currencyOf(c));
  for (const payment of c.payments) {
    const refunded = least(refunds, payment.amount);
    refunds = subtract(refunds, refunded);
    const within = compareInstants(now, after(payment.at, window)) < 0;
    if (within) sum = add(sum, subtract(payment.amount, refunded));
  }
  return sum;
}

function isNotYetAsked(c: Contract): Rejection | null {
  const open = openDisputes(c).find((dispute) => dispute.about === 'paid');
  return open === undefined ? null : reject('dispute_is_open', { dispute: open.id });
}

function isInWindow(c: Contract, now: Instant): Rejection | null {
  if (isPositive(paidLately(c, now))) return null;
  const last = c.payments.at(-1);
  const { window } = c.terms.policy.mediation;
  return reject(
    'mediation_window_has_closed',
    last === undefined ? {} : { closed: after(last.at, window) },
  );
}

export const requestMediation: CommandFile<'request_mediation'> = {
  who: ['client', 'freelancer'],
  guard: (c, { now }) => firstOf(isAccepted(c), isNotYetAsked(c), isInWindow(c, now)),
  decide: (c, { by, statement }, { now }) => {
    if (statement === undefined) return reject('note_missing', {}, 'statement');
    return [
      {
        type: 'dispute_opened',
        dispute: nextDispute(c),
        about: 'paid',
        party: sideOf(by),
        statement,
        amount: paidLately(c, now),
        parts: [],
      },
    ];
  },
};
