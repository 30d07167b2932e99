// The client pays something beside the plan: a bonus, or an expense. At any time, and for a while
// after the end. With a request, it counts towards what was asked for.
import type { CommandFile } from '../../decision.ts';
import { firstOf, isRejection } from '../../rejections.ts';
import { amountGiven, isAccepted } from '../guards.ts';
import { bonusFor, bonusIsPossible } from './bonus.ts';
import { isNamed, requestMeant } from './requests.ts';

export const payBonus: CommandFile<'pay_bonus'> = {
  who: ['client'],
  guard: (c, asked) => firstOf(isAccepted(c), bonusIsPossible(c, asked.now)),
  judge: ({ request }, c) => isNamed(c, 'payment', request),
  decide: (c, command, given) => {
    const amount = amountGiven(command.amount, c.terms.currency);
    if (isRejection(amount)) return amount;
    const { kind, note = null } = command;
    const request = requestMeant(c, 'payment', command.request);
    const paid = bonusFor(c, { amount, kind, note, request }, given);
    return isRejection(paid) ? paid : [paid];
  },
};
