// The freelancer asks for a payment beside the plan, with a word on what for. Several may be open.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { firstOf, isRejection } from '../../rejections.ts';
import { amountGiven, isAccepted } from '../guards.ts';
import { bonusIsPossible } from './bonus.ts';
import { nextRequest, noteGiven } from './requests.ts';

export const requestPayment: CommandFile<'request_payment'> = {
  who: ['freelancer'],
  guard: (c, asked) => firstOf(isAccepted(c), bonusIsPossible(c, asked.now)),
  judge: ({ note }) => noteGiven(note, 'note'),
  decide: (c, command) => {
    const amount = amountGiven(command.amount, c.terms.currency);
    if (isRejection(amount)) return amount;
    const note = present(command.note, 'the note');
    return [{ type: 'payment_requested', request: nextRequest(c), amount, note }];
  },
};
