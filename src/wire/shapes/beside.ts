// The shapes of what stands beside the plan: messages, bonuses, requests, refunds, long silence.
// `request` names one of several that are open; whether it is needed is the domain's to judge.
import { amount, fieldsOf, files, name, oneOf, text } from './fields.ts';

const request = name.optional();

export const besideShapes = {
  send_message: fieldsOf({ text: text.optional(), files: files.optional() }),
  keep_open: fieldsOf({}),
  request_release: fieldsOf({}),
  pay_bonus: fieldsOf({
    amount,
    kind: oneOf(['bonus', 'expense']),
    note: text.optional(),
    request,
  }),
  request_payment: fieldsOf({ amount, note: text.optional() }),
  withdraw_payment_request: fieldsOf({ request }),
  decline_payment_request: fieldsOf({ request }),
  request_refund: fieldsOf({ amount, reason: text.optional() }),
  withdraw_refund_request: fieldsOf({ request }),
  decline_refund: fieldsOf({ request }),
  give_refund: fieldsOf({ amount, request }),
};
