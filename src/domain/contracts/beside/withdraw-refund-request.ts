// The client no longer asks for money back. What came back for it stays back.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { isAccepted } from '../guards.ts';
import { isNamed, requestIsOpen, requestMeant } from './requests.ts';

export const withdrawRefundRequest: CommandFile<'withdraw_refund_request'> = {
  who: ['client'],
  guard: (c) => firstOf(isAccepted(c), requestIsOpen(c, 'refund')),
  judge: ({ request }, c) => isNamed(c, 'refund', request),
  decide: (c, command) => {
    const request = present(requestMeant(c, 'refund', command.request), 'the request');
    return [{ type: 'refund_request_withdrawn', request }];
  },
};
