// Money beside the plan, as things that people can do. One row for each command, as in
// ../commands.ts.
import type { CommandName } from '../../domain/contracts/commands.ts';

type Words = { readonly phrase: string; readonly hint: string };

export const besideCommands = {
  pay_bonus: {
    phrase: 'pay a bonus',
    hint: 'Paid at once and beside the plan. Nothing is held first, and nothing protects it.',
  },
  request_payment: {
    phrase: 'ask for a payment',
    hint: 'The client pays it as a bonus, or declines. Nothing happens by itself.',
  },
  withdraw_payment_request: {
    phrase: 'take the request for a payment back',
    hint: 'What was paid for it stays paid.',
  },
  decline_payment_request: {
    phrase: 'decline to pay what is asked for',
    hint: 'The request is closed. Nothing is paid.',
  },
  request_refund: {
    phrase: 'ask for money back',
    hint: 'The freelancer gives it back, or declines. Nothing happens by itself.',
  },
  withdraw_refund_request: {
    phrase: 'take the request for money back',
    hint: 'What came back for it stays back.',
  },
  decline_refund: {
    phrase: 'decline to give money back',
    hint: 'The request is closed. The money stays paid.',
  },
  give_refund: {
    phrase: 'give money back',
    hint: 'The client gets it at once, and the fee on it comes back with it. Final.',
  },
} as const satisfies { readonly [N in CommandName]?: Words };
