// The freelancer gives money back that was paid within the window of refunds, on an active contract
// or one that has ended. What the platform kept of it comes back with it. Final.
import type { CommandFile } from '../../decision.ts';
import { compare } from '../../money/money.ts';
import { firstOf, isRejection, reject } from '../../rejections.ts';
import { amountGiven, isAccepted } from '../guards.ts';
import { refundable, refundIsPossible, refundOf } from './refund.ts';
import { isNamed, requestMeant } from './requests.ts';

export const giveRefund: CommandFile<'give_refund'> = {
  who: ['freelancer'],
  guard: (c, asked) => firstOf(isAccepted(c), refundIsPossible(c, asked.now)),
  judge: ({ amount, request }, c) => {
    const given = amountGiven(amount, c.terms.currency);
    return isNamed(c, 'refund', request) ?? (isRejection(given) ? given : null);
  },
  decide: (c, command, given) => {
    const amount = amountGiven(command.amount, c.terms.currency);
    if (isRejection(amount)) return amount;
    const paid = refundable(c, given.now);
    if (compare(amount, paid) > 0) return reject('amount_exceeds_paid', { paid }, 'amount');
    const request = requestMeant(c, 'refund', command.request);
    const refund = refundOf(c, amount, given.freelancerAvailable(c.terms.currency), request);
    return isRejection(refund) ? refund : [refund];
  },
};
