// What helps when a command about money beside the plan is refused, and where such money helps
// when something else is.
import type { RejectionCode } from '../../rejections.ts';

type Names = readonly string[];

/** Somebody reaches for what only the other side decides: what their own side has for it. */
export const besideOfTheOtherSide: Readonly<Record<string, Names>> = {
  pay_bonus: ['request_payment'],
  request_payment: ['pay_bonus'],
  withdraw_payment_request: ['pay_bonus', 'decline_payment_request'],
  decline_payment_request: ['withdraw_payment_request'],
  give_refund: ['request_refund'],
  request_refund: ['give_refund'],
  withdraw_refund_request: ['give_refund', 'decline_refund'],
  decline_refund: ['withdraw_refund_request'],
};

/** Null where money beside the plan has nothing to say. */
export function helpsBeside(command: string, code: RejectionCode): Names | null {
  switch (code) {
    case 'no_payment_request':
      return ['pay_bonus', 'request_payment'];
    case 'no_refund_request':
      return ['release_payment', 'give_refund', 'request_refund', 'end_contract'];
    case 'refund_window_has_closed':
      return ['send_message'];
    case 'bonus_window_has_closed':
      return ['rehire', 'send_message'];
    case 'amount_exceeds_paid':
      return ['approve_escrow_refund', 'request_changes', 'propose_cancel', 'end_contract'];
    case 'amount_exceeds_balance':
      return command === 'give_refund' ? [] : null;
    default:
      return null;
  }
}
