// Which events are told by mail, to whom, and which of them need an answer. What a person does is
// told to the other side; what silence, a mediator or the payment provider does, to both. Steps
// on the way of money, and what follows in the same breath from something that is told, are not.
import type { DeadlineKind } from '../../domain/contracts/deadlines.ts';
import type { ContractEvent, ContractEventType, Happened } from '../../domain/contracts/events.ts';
import type { Party } from '../../domain/people.ts';

type Telling = {
  /** Only them; else everybody but the one who did it. */
  readonly to?: Party;
  /** It waits for an answer of whoever hears of it. */
  readonly needs: boolean;
  /** The deadline that began with it. */
  readonly until?: DeadlineKind;
};

const news: Telling = { needs: false };
const silent = null;

function needs(until?: DeadlineKind, to?: Party): Telling {
  return {
    needs: true,
    ...(until === undefined ? {} : { until }),
    ...(to === undefined ? {} : { to }),
  };
}

const forming = {
  offer_drafted: silent,
  offer_sent: needs('offer_expires', 'freelancer'),
  offer_revised: needs('offer_expires', 'freelancer'),
  offer_withdrawn: news,
  offer_declined: news,
  offer_expired: news,
  offer_accepted: news,
  offer_countered: needs('offer_expires'),
  counter_withdrawn: news,
  counter_declined: news,
  counter_accepted: news,
  change_proposed: needs('change_answer_ends'),
  change_accepted: news,
  change_declined: news,
  change_withdrawn: news,
  change_lapsed: news,
  clarification_asked: needs(),
  clarification_answered: news,
  message_sent: news,
} as const;

const work = {
  milestone_added: news,
  milestone_edited: news,
  milestone_removed: news,
  charge_requested: silent,
  // Of a charge only its payer ever sees an event.
  charge_failed: needs(),
  charge_timed_out: needs(),
  charge_credited: news,
  milestone_funded: news,
  work_submitted: needs('review_ends'),
  submission_withdrawn: news,
  changes_requested: needs(),
  due_passed: news,
  payment_released: news,
  earnings_cleared: silent,
  contract_went_dormant: needs('dormancy_step_ends'),
  dormancy_step_passed: needs('dormancy_step_ends'),
  release_requested: needs('dormancy_step_ends'),
  contract_kept_open: news,
} as const;

const beside = {
  bonus_charge_requested: silent,
  bonus_paid: news,
  payment_requested: needs(),
  payment_request_withdrawn: news,
  payment_request_declined: news,
  refund_requested: needs(),
  refund_request_withdrawn: news,
  refund_request_declined: news,
  refund_given: news,
} as const;

const ending = {
  escrow_returned: news,
  escrow_refund_requested: needs('escrow_refund_answer_ends'),
  escrow_refund_lowered: news,
  escrow_refund_approved: news,
  escrow_refund_disputed: news,
  escrow_refund_lapsed: news,
  escrow_refund_withdrawn: news,
  cancel_proposed: needs('cancel_answer_ends'),
  cancel_accepted: news,
  cancel_declined: news,
  cancel_withdrawn: news,
  cancel_lapsed: news,
  contract_ended: needs('feedback_closes'),
  reopen_proposed: needs('reopen_answer_ends'),
  reopen_declined: news,
  reopen_withdrawn: news,
  reopen_lapsed: news,
  contract_reopened: news,
} as const;

const disputes = {
  dispute_opened: needs('dispute_answer_ends'),
  dispute_contested: news,
  evidence_submitted: news,
  settlement_offered: needs(),
  case_taken: news,
  split_recommended: needs('mediation_answer_ends'),
  recommendation_accepted: news,
  recommendation_declined: news,
  mediation_failed: needs('arbitration_opt_in_ends'),
  arbitration_charge_requested: silent,
  arbitration_paid: needs('arbitration_opt_in_ends'),
  arbitration_cost_returned: news,
  dispute_ruled: news,
  dispute_closed: news,
} as const;

/** Of feedback only that it is there is ever told. */
const feedback = {
  feedback_given: needs('feedback_closes'),
  feedback_revealed: news,
  feedback_closed: silent,
  feedback_responded: news,
  feedback_change_allowed: needs('feedback_change_ends'),
  feedback_changed: news,
  feedback_change_ended: silent,
  feedback_reported: silent,
  feedback_flagged: news,
} as const;

const tellings: Readonly<Record<ContractEventType, Telling | null>> = {
  ...forming,
  ...work,
  ...beside,
  ...ending,
  ...disputes,
  ...feedback,
};

/** How an event is told to a party; null when it is not. */
export function toldTo(
  party: Party,
  { event, as }: Pick<Happened<ContractEvent>, 'event' | 'as'>,
): Telling | null {
  const telling = tellings[event.type];
  if (telling === null || as === party) return null;
  // A date that nothing follows from is no news.
  if (event.type === 'due_passed' && !event.overdue) return null;
  return telling.to === undefined || telling.to === party ? telling : null;
}
