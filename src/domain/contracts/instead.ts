// What to do instead: for every reason why a command is refused, the commands that may help, the
// best one first. Whether they are allowed at the moment is not asked here; allowed.ts does that.
// Names that are no command yet may not stand here.
import type { Party } from '../people.ts';
import type { RejectionCode } from '../rejections.ts';
import { besideOfTheOtherSide, helpsBeside } from './beside/instead.ts';
import { disputesOfTheOtherSide, helpsInDisputes } from './disputes/instead.ts';

type Names = readonly string[];

/** Somebody reaches for what only the other side decides: what their own side has for it. */
const ofTheOtherSide: Readonly<Record<string, Names>> = {
  ...besideOfTheOtherSide,
  ...disputesOfTheOtherSide,
  accept_offer: ['revise_offer', 'withdraw_offer'],
  decline_offer: ['withdraw_offer'],
  counter_offer: ['revise_offer'],
  withdraw_counter: ['accept_counter', 'decline_counter'],
  revise_offer: ['counter_offer', 'decline_offer'],
  withdraw_offer: ['decline_offer'],
  accept_counter: ['withdraw_counter', 'accept_offer'],
  decline_counter: ['withdraw_counter'],
  fund_milestone: ['ask_clarification', 'propose_change'],
  add_milestone: ['propose_change'],
  edit_milestone: ['propose_change'],
  remove_milestone: ['propose_change'],
  submit_work: ['release_payment', 'ask_clarification'],
  withdraw_submission: ['request_changes', 'release_payment'],
  request_changes: ['withdraw_submission', 'ask_clarification'],
  release_payment: ['submit_work', 'propose_cancel', 'ask_clarification'],
  request_release: ['keep_open', 'release_payment', 'end_contract'],
  rehire: ['propose_reopen', 'request_payment', 'send_message'],
  approve_escrow_refund: ['withdraw_escrow_refund', 'release_payment'],
  withdraw_escrow_refund: ['approve_escrow_refund'],
};

const answers = ['accept', 'decline', 'withdraw', 'propose'] as const;

/** accept_change → the other commands about a change: withdraw_change, propose_change … */
function aboutTheSame(command: string, verbs: readonly (typeof answers)[number][]): Names {
  const thing = command.slice(command.indexOf('_') + 1);
  return ['change', 'cancel', 'counter', 'reopen'].includes(thing)
    ? verbs.map((verb) =>
        verb === 'propose' && thing === 'counter' ? 'counter_offer' : `${verb}_${thing}`,
      )
    : [];
}

const offered: Readonly<Record<Party, Names>> = {
  client: ['revise_offer', 'withdraw_offer'],
  freelancer: ['accept_offer', 'counter_offer', 'decline_offer'],
};

const afterTheEnd: Names = [
  'release_payment',
  'withdraw_escrow_refund',
  'approve_escrow_refund',
  'give_feedback',
  'accept_reopen',
  'propose_reopen',
  'pay_bonus',
  'request_payment',
  'request_refund',
  'give_refund',
  'rehire',
];

function notFunded(command: string, as: Party): Names {
  if (as === 'freelancer') return ['ask_clarification', 'propose_change'];
  return command === 'release_payment' ? ['fund_milestone'] : ['fund_milestone', 'end_contract'];
}

/** The commands that may help somebody who was refused, the best one first. */
export function helpsAgainst(command: string, code: RejectionCode, as: Party): Names {
  const disputed = helpsInDisputes(command, code, as);
  if (disputed !== null) return disputed;
  switch (code) {
    case 'not_your_decision':
      return ofTheOtherSide[command] ?? [];
    case 'contract_is_offered':
      return offered[as];
    case 'offer_not_pending':
      return ['propose_change', 'propose_cancel', 'end_contract'];
    case 'contract_has_ended':
      return afterTheEnd;
    case 'contract_not_ended':
    case 'cancel_not_allowed':
      return ['propose_cancel', 'end_contract'];
    case 'counter_not_allowed':
      return ['accept_offer', 'decline_offer'];
    case 'no_change_pending':
    case 'no_proposal':
    case 'proposal_has_lapsed':
      return aboutTheSame(command, ['propose']);
    case 'own_proposal':
      return aboutTheSame(command, ['withdraw']);
    case 'proposal_is_open':
      return aboutTheSame(command, ['accept', 'decline']);
    case 'reopening_not_allowed':
      return insteadOfReopening[as];
    case 'milestone_not_funded':
      return notFunded(command, as);
    default:
      return aboutMilestonesAndMoney(command, code);
  }
}

/** What comes closest to opening a contract again: paying or asking for more, or a new contract. */
const insteadOfReopening: Readonly<Record<Party, Names>> = {
  client: ['accept_reopen', 'withdraw_escrow_refund', 'pay_bonus', 'rehire', 'send_message'],
  freelancer: ['accept_reopen', 'request_payment', 'send_message'],
};

function aboutFeedback(code: RejectionCode): Names {
  switch (code) {
    case 'feedback_already_given':
      return ['change_feedback'];
    case 'feedback_window_has_closed':
      return ['change_feedback', 'respond_to_feedback', 'send_message'];
    case 'feedback_not_revealed':
      return ['give_feedback'];
    case 'response_already_given':
    case 'change_already_used':
      return ['report_feedback', 'send_message'];
    case 'change_not_allowed':
      return ['send_message'];
    default:
      return [];
  }
}

function aboutMilestonesAndMoney(command: string, code: RejectionCode): Names {
  const beside = helpsBeside(command, code);
  if (beside !== null) return beside;
  switch (code) {
    case 'milestone_not_found':
    case 'milestone_is_settled':
      return ['add_milestone', 'propose_change', 'pay_bonus', 'request_refund'];
    case 'milestone_already_funded':
      return ['release_payment', 'propose_change'];
    case 'another_milestone_is_funded':
      return ['release_payment', 'propose_change'];
    case 'milestone_not_submitted':
      return command === 'request_changes'
        ? ['release_payment', 'ask_clarification']
        : ['submit_work'];
    case 'milestone_exists':
      return ['edit_milestone', 'propose_change'];
    case 'milestone_is_submitted':
      return ['release_payment', 'request_changes', 'withdraw_submission'];
    case 'change_needs_agreement':
      return ['propose_change'];
    case 'no_clarification':
      return ['ask_clarification'];
    case 'no_failed_charge':
      return ['fund_milestone', 'pay_bonus'];
    case 'payment_method_missing':
    case 'payment_declined':
      return ['add_payment_method', 'verify_payment_method', 'deposit'];
    case 'amount_exceeds_balance':
      return ['deposit'];
    default:
      return aboutFeedback(code);
  }
}
