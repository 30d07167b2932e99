// In which order roads are told: what is talked about costs nothing and comes first, what ends
// comes late. Each situation has the roads that matter most in it, for each side; those that are
// not open at the moment drop out, and the general order fills the places.
import type { Party } from '../people.ts';
import type { RoadName } from './roads.ts';
import type { SituationName } from './situations.ts';

/** Talk, clarify, extend, change, pay in part, end together, end, pay beside, dispute, go on. */
export const inOrder: readonly RoadName[] = [
  ...(['accept_offer', 'counter_offer', 'revise_offer', 'accept_counter'] as const),
  ...(['decline_counter', 'withdraw_counter', 'send_message'] as const),
  ...(['answer_clarification', 'ask_clarification', 'submit_work', 'release_payment'] as const),
  ...(['request_changes', 'extend', 'accept_change', 'decline_change'] as const),
  ...(['withdraw_change', 'propose_change', 'part_release', 'fund_milestone'] as const),
  ...(['retry_charge', 'add_milestone', 'edit_milestone', 'remove_milestone'] as const),
  ...(['withdraw_submission', 'keep_open', 'request_release'] as const),
  ...(['approve_escrow_refund', 'dispute_escrow_refund', 'withdraw_escrow_refund'] as const),
  ...(['accept_settlement', 'accept_recommendation', 'decline_recommendation'] as const),
  ...(['offer_settlement', 'submit_evidence', 'answer_dispute', 'contest_dispute'] as const),
  ...(['pay_arbitration', 'dispute_milestone', 'withdraw_dispute'] as const),
  ...(['accept_cancel', 'decline_cancel', 'withdraw_cancel', 'propose_cancel'] as const),
  ...(['accept_reopen', 'decline_reopen', 'withdraw_reopen'] as const),
  ...(['give_feedback', 'respond_to_feedback', 'change_feedback'] as const),
  ...(['allow_feedback_change', 'pay_bonus', 'request_payment'] as const),
  ...(['decline_payment_request', 'withdraw_payment_request'] as const),
  ...(['give_refund', 'request_refund', 'decline_refund', 'withdraw_refund_request'] as const),
  ...(['request_mediation', 'propose_reopen', 'rehire', 'report_feedback'] as const),
  ...(['decline_offer', 'withdraw_offer', 'end_and_pay', 'end_contract'] as const),
];

type First = Readonly<Record<Party, readonly RoadName[]>>;

const dispute: readonly RoadName[] = ['accept_settlement', 'offer_settlement', 'submit_evidence'];
const both = (...roads: readonly RoadName[]): First => ({ client: roads, freelancer: roads });

/** The roads that matter first, best one first. */
export const firstRoads: Readonly<Record<SituationName, First>> = {
  offer_unsent: both('withdraw_offer', 'revise_offer', 'retry_charge'),
  counter_waits: {
    client: ['accept_counter', 'decline_counter', 'revise_offer'],
    freelancer: ['accept_offer', 'withdraw_counter', 'send_message'],
  },
  offer_waits: {
    client: ['send_message', 'revise_offer', 'withdraw_offer'],
    freelancer: ['accept_offer', 'counter_offer', 'decline_offer'],
  },
  offer_over: both('rehire'),
  dispute_opened: both(
    'contest_dispute',
    'offer_settlement',
    'answer_dispute',
    ...dispute,
    'withdraw_dispute',
  ),
  recommendation_waits: both('accept_recommendation', 'decline_recommendation', ...dispute),
  dispute_in_mediation: both(...dispute, 'send_message'),
  ruling_can_be_paid: both('accept_settlement', 'pay_arbitration', ...dispute),
  ruling_awaited: both(...dispute, 'send_message'),
  cancel_proposed: both('accept_cancel', 'decline_cancel', 'send_message', 'withdraw_cancel'),
  change_proposed: both('accept_change', 'decline_change', 'send_message', 'withdraw_change'),
  reopen_proposed: both('accept_reopen', 'decline_reopen', 'send_message', 'withdraw_reopen'),
  escrow_asked_back: {
    client: ['send_message', 'withdraw_escrow_refund', 'part_release', 'release_payment'],
    freelancer: ['send_message', 'approve_escrow_refund', 'dispute_escrow_refund'],
  },
  ended_under_review: {
    client: ['release_payment', 'part_release', 'request_changes'],
    freelancer: ['send_message', 'request_payment', 'give_feedback'],
  },
  payment_requested: {
    client: ['pay_bonus', 'send_message', 'decline_payment_request'],
    freelancer: ['send_message', 'withdraw_payment_request', 'request_mediation'],
  },
  refund_requested: {
    client: ['send_message', 'withdraw_refund_request', 'request_mediation'],
    freelancer: ['give_refund', 'send_message', 'decline_refund'],
  },
  changes_exhausted: {
    client: ['release_payment', 'part_release', 'propose_cancel'],
    freelancer: ['ask_clarification', 'propose_cancel', 'dispute_milestone'],
  },
  submitted: {
    client: ['release_payment', 'request_changes', 'part_release'],
    freelancer: ['send_message', 'submit_work', 'withdraw_submission'],
  },
  question_open: both('answer_clarification', 'send_message', 'extend', 'submit_work'),
  dormant: {
    client: ['keep_open', 'release_payment', 'end_contract'],
    freelancer: ['keep_open', 'request_release', 'send_message'],
  },
  charge_failed: both('retry_charge', 'send_message', 'propose_change'),
  charge_on_its_way: both('send_message', 'ask_clarification', 'propose_change'),
  overdue: {
    client: ['send_message', 'extend', 'propose_cancel'],
    freelancer: ['submit_work', 'send_message', 'extend'],
  },
  changes_requested: {
    client: ['send_message', 'part_release', 'propose_cancel'],
    freelancer: ['submit_work', 'ask_clarification', 'extend'],
  },
  due_soon: {
    client: ['send_message', 'extend', 'propose_cancel'],
    freelancer: ['send_message', 'extend', 'propose_cancel'],
  },
  work_goes_on: {
    client: ['send_message', 'propose_change', 'part_release'],
    freelancer: ['submit_work', 'send_message', 'ask_clarification'],
  },
  nothing_funded: {
    client: ['fund_milestone', 'send_message', 'propose_change'],
    freelancer: ['send_message', 'ask_clarification', 'propose_change'],
  },
  all_settled: {
    client: ['end_contract', 'add_milestone', 'pay_bonus'],
    freelancer: ['end_contract', 'send_message', 'request_payment'],
  },
  ended_paid: {
    client: ['give_feedback', 'pay_bonus', 'propose_reopen', 'rehire'],
    freelancer: ['give_feedback', 'request_payment', 'propose_reopen', 'give_refund'],
  },
  ended_unpaid: {
    client: ['give_feedback', 'pay_bonus', 'propose_reopen', 'rehire'],
    freelancer: ['send_message', 'request_payment', 'propose_reopen', 'give_feedback'],
  },
};
