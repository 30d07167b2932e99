// What comes closest to what is not possible. First what the guards' own table says, then what
// people mean who reach for it: whoever would take an end back can propose to open the contract
// again, pay or ask for what is missing, or begin a new one.

import type { Instant } from '../calendar.ts';
import type { Can } from '../contracts/allowed.ts';
import { insteadOf } from '../contracts/allowed.ts';
import type { CommandName } from '../contracts/commands.ts';
import type { Contract } from '../contracts/contract.ts';
import type { Actor } from '../people.ts';
import type { Rejection, RejectionCode } from '../rejections.ts';

const again: readonly CommandName[] = ['propose_reopen', 'request_payment', 'pay_bonus', 'rehire'];
const moneyBack: readonly CommandName[] = ['request_refund', 'request_mediation', 'give_refund'];

/** What people mean by a command, however it is refused. */
const meant: Readonly<Partial<Record<CommandName, readonly CommandName[]>>> = {
  propose_reopen: again,
  accept_reopen: again,
  fund_milestone: ['retry_charge', ...again],
  submit_work: ['send_message', ...again],
  add_milestone: ['propose_change', 'rehire'],
  propose_change: again,
  propose_cancel: ['end_contract', 'rehire'],
  end_contract: again,
  release_payment: ['pay_bonus', 'request_payment', 'request_release'],
  request_changes: ['send_message', ...moneyBack, 'rehire'],
  withdraw_escrow_refund: ['release_payment', 'pay_bonus'],
  approve_escrow_refund: ['give_refund'],
  dispute_escrow_refund: [
    ...(['request_mediation', 'request_payment', 'propose_cancel', 'send_message'] as const),
  ],
  dispute_milestone: ['ask_clarification', 'propose_cancel', 'request_mediation', 'send_message'],
  request_mediation: ['send_message', 'request_refund', 'request_payment', 'give_refund'],
  request_refund: ['request_mediation', 'send_message'],
  give_refund: ['send_message'],
  pay_bonus: ['rehire', 'send_message'],
  request_payment: ['send_message', 'rehire'],
  give_feedback: ['change_feedback', 'respond_to_feedback', 'send_message'],
  change_feedback: ['send_message', 'respond_to_feedback'],
  rehire: ['propose_change', 'add_milestone', 'send_message'],
  request_release: ['submit_work', 'send_message', 'propose_cancel'],
  keep_open: ['send_message'],
};

const overall: readonly RejectionCode[] = ['contract_has_ended', 'contract_not_ended'];

/** Commands that are possible now and come closest to one that is not, the best one first. */
export function closestTo(
  c: Contract,
  name: CommandName,
  rejection: Rejection,
  { can, by, now }: { readonly can: Can; readonly by: Actor; readonly now: Instant },
): readonly string[] {
  const helps = insteadOf(c, rejection, by, now, name);
  const means = (meant[name] ?? []).filter(
    (one) => one !== name && (can as Record<string, unknown>)[one] === true,
  );
  // That it has ended says little about what somebody reached for; what they mean says more.
  const all = overall.includes(rejection.rejected) ? [...means, ...helps] : [...helps, ...means];
  return [...new Set(all)];
}
