// The freelancer declines to give back what was asked for, or the rest of it. The money stays paid.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { isAccepted } from '../guards.ts';
import { isNamed, requestIsOpen, requestMeant } from './requests.ts';

export const declineRefund: CommandFile<'decline_refund'> = {
  who: ['freelancer'],
  guard: (c) => firstOf(isAccepted(c), requestIsOpen(c, 'refund')),
  judge: ({ request }, c) => isNamed(c, 'refund', request),
  decide: (c, command) => {
    const request = present(requestMeant(c, 'refund', command.request), 'the request');
    return [{ type: 'refund_request_declined', request }];
  },
};
