// The client asks for money back that was paid already: at most what was paid and has not come
// back. Whether it does is the freelancer's to decide.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { compare, isPositive } from '../../money/money.ts';
import { firstOf, isRejection, type Rejection, reject } from '../../rejections.ts';
import { type Contract, netPaid } from '../contract.ts';
import { amountGiven, isAccepted } from '../guards.ts';
import { nextRequest, noteGiven } from './requests.ts';

function somethingPaid(c: Contract): Rejection | null {
  const paid = netPaid(c);
  return isPositive(paid) ? null : reject('amount_exceeds_paid', { paid });
}

export const requestRefund: CommandFile<'request_refund'> = {
  who: ['client'],
  guard: (c) => firstOf(isAccepted(c), somethingPaid(c)),
  judge: ({ amount, reason }, c) => {
    const asked = amountGiven(amount, c.terms.currency);
    return noteGiven(reason, 'reason') ?? (isRejection(asked) ? asked : null);
  },
  decide: (c, command) => {
    const amount = amountGiven(command.amount, c.terms.currency);
    if (isRejection(amount)) return amount;
    const paid = netPaid(c);
    if (compare(amount, paid) > 0) return reject('amount_exceeds_paid', { paid }, 'amount');
    const reason = present(command.reason, 'the reason');
    return [{ type: 'refund_requested', request: nextRequest(c), amount, reason }];
  },
};
