// The client declines to pay what was asked for, or the rest of it.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { isAccepted } from '../guards.ts';
import { isNamed, requestIsOpen, requestMeant } from './requests.ts';

export const declinePaymentRequest: CommandFile<'decline_payment_request'> = {
  who: ['client'],
  guard: (c) => firstOf(isAccepted(c), requestIsOpen(c, 'payment')),
  judge: ({ request }, c) => isNamed(c, 'payment', request),
  decide: (c, command) => {
    const request = present(requestMeant(c, 'payment', command.request), 'the request');
    return [{ type: 'payment_request_declined', request }];
  },
};
