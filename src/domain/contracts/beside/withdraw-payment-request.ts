// The freelancer no longer asks for a payment. What was paid for it stays paid.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { isAccepted } from '../guards.ts';
import { isNamed, requestIsOpen, requestMeant } from './requests.ts';

export const withdrawPaymentRequest: CommandFile<'withdraw_payment_request'> = {
  who: ['freelancer'],
  guard: (c) => firstOf(isAccepted(c), requestIsOpen(c, 'payment')),
  judge: ({ request }, c) => isNamed(c, 'payment', request),
  decide: (c, command) => {
    const request = present(requestMeant(c, 'payment', command.request), 'the request');
    return [{ type: 'payment_request_withdrawn', request }];
  },
};
