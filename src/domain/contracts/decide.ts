// Command → file: the one place where a command finds what it does. Who may give it is asked
// here, in the same way for all; the file's guard looks at the state, its decision at the fields.
import type { Asked, CommandFile, Decision } from '../decision.ts';
import type { Given } from '../given.ts';
import type { PersonId, Role } from '../people.ts';
import { foremost, type Rejection, reject } from '../rejections.ts';
import { declinePaymentRequest } from './beside/decline-payment-request.ts';
import { declineRefund } from './beside/decline-refund.ts';
import { giveRefund } from './beside/give-refund.ts';
import { payBonus } from './beside/pay-bonus.ts';
import { requestPayment } from './beside/request-payment.ts';
import { requestRefund } from './beside/request-refund.ts';
import { withdrawPaymentRequest } from './beside/withdraw-payment-request.ts';
import { withdrawRefundRequest } from './beside/withdraw-refund-request.ts';
import { acceptChange } from './changes/accept-change.ts';
import { declineChange } from './changes/decline-change.ts';
import { proposeChange } from './changes/propose-change.ts';
import { withdrawChange } from './changes/withdraw-change.ts';
import { answerClarification } from './clarifications/answer-clarification.ts';
import { askClarification } from './clarifications/ask-clarification.ts';
import type { CommandName, CommandOf, ContractCommand } from './commands.ts';
import { type Contract, milestoneOf, partyOf } from './contract.ts';
import { acceptSettlement } from './disputes/accept-settlement.ts';
import { answerDispute } from './disputes/answer-dispute.ts';
import { payArbitration } from './disputes/arbitration/pay-arbitration.ts';
import { rule } from './disputes/arbitration/rule.ts';
import { disputeEscrowRefund } from './disputes/dispute-escrow-refund.ts';
import { disputeMilestone } from './disputes/dispute-milestone.ts';
import { acceptRecommendation } from './disputes/mediation/accept-recommendation.ts';
import { declineRecommendation } from './disputes/mediation/decline-recommendation.ts';
import { recommendSplit } from './disputes/mediation/recommend-split.ts';
import { requestMediation } from './disputes/mediation/request-mediation.ts';
import { takeCase } from './disputes/mediation/take-case.ts';
import { isForMediator, mayMediate } from './disputes/mediation/the-mediator.ts';
import { offerSettlement } from './disputes/offer-settlement.ts';
import { submitEvidence } from './disputes/submit-evidence.ts';
import { withdrawDispute } from './disputes/withdraw-dispute.ts';
import { keepOpen } from './dormancy/keep-open.ts';
import { requestRelease } from './dormancy/request-release.ts';
import { acceptCancel } from './ending/accept-cancel.ts';
import { acceptReopen } from './ending/accept-reopen.ts';
import { declineCancel } from './ending/decline-cancel.ts';
import { declineReopen } from './ending/decline-reopen.ts';
import { endContract } from './ending/end-contract.ts';
import { proposeCancel } from './ending/propose-cancel.ts';
import { proposeReopen } from './ending/propose-reopen.ts';
import { rehire } from './ending/rehire.ts';
import { withdrawCancel } from './ending/withdraw-cancel.ts';
import { withdrawReopen } from './ending/withdraw-reopen.ts';
import { allowFeedbackChange } from './feedback/allow-feedback-change.ts';
import { changeFeedback } from './feedback/change-feedback.ts';
import { flagFeedback, isReported } from './feedback/flag-feedback.ts';
import { giveFeedback } from './feedback/give-feedback.ts';
import { reportFeedback } from './feedback/report-feedback.ts';
import { respondToFeedback } from './feedback/respond-to-feedback.ts';
import { acceptCounter } from './forming/accept-counter.ts';
import { acceptOffer } from './forming/accept-offer.ts';
import { counterOffer } from './forming/counter-offer.ts';
import { declineCounter } from './forming/decline-counter.ts';
import { declineOffer } from './forming/decline-offer.ts';
import { reviseOffer } from './forming/revise-offer.ts';
import { sendOffer } from './forming/send-offer.ts';
import { withdrawCounter } from './forming/withdraw-counter.ts';
import { withdrawOffer } from './forming/withdraw-offer.ts';
import { sendMessage } from './messages/send-message.ts';
import { addMilestone } from './milestones/add-milestone.ts';
import { editMilestone } from './milestones/edit-milestone.ts';
import { fundMilestone } from './milestones/fund-milestone.ts';
import { releasePayment } from './milestones/release-payment.ts';
import { removeMilestone } from './milestones/remove-milestone.ts';
import { requestChanges } from './milestones/request-changes.ts';
import { submitWork } from './milestones/submit-work.ts';
import { withdrawSubmission } from './milestones/withdraw-submission.ts';
import { confirmCharge } from './payments/confirm-charge.ts';
import { failCharge } from './payments/fail-charge.ts';
import { retryCharge } from './payments/retry-charge.ts';
import { approveEscrowRefund } from './refunds/approve-escrow-refund.ts';
import { withdrawEscrowRefund } from './refunds/withdraw-escrow-refund.ts';

type Beginning = 'send_offer';
type Files = { readonly [N in Exclude<CommandName, Beginning>]: CommandFile<N> };

const files: Files = {
  revise_offer: reviseOffer,
  withdraw_offer: withdrawOffer,
  accept_offer: acceptOffer,
  decline_offer: declineOffer,
  counter_offer: counterOffer,
  withdraw_counter: withdrawCounter,
  accept_counter: acceptCounter,
  decline_counter: declineCounter,
  propose_change: proposeChange,
  accept_change: acceptChange,
  decline_change: declineChange,
  withdraw_change: withdrawChange,
  ask_clarification: askClarification,
  answer_clarification: answerClarification,
  fund_milestone: fundMilestone,
  add_milestone: addMilestone,
  edit_milestone: editMilestone,
  remove_milestone: removeMilestone,
  submit_work: submitWork,
  withdraw_submission: withdrawSubmission,
  request_changes: requestChanges,
  release_payment: releasePayment,
  end_contract: endContract,
  propose_cancel: proposeCancel,
  accept_cancel: acceptCancel,
  decline_cancel: declineCancel,
  withdraw_cancel: withdrawCancel,
  approve_escrow_refund: approveEscrowRefund,
  withdraw_escrow_refund: withdrawEscrowRefund,
  send_message: sendMessage,
  keep_open: keepOpen,
  request_release: requestRelease,
  propose_reopen: proposeReopen,
  accept_reopen: acceptReopen,
  decline_reopen: declineReopen,
  withdraw_reopen: withdrawReopen,
  rehire,
  dispute_milestone: disputeMilestone,
  dispute_escrow_refund: disputeEscrowRefund,
  answer_dispute: answerDispute,
  submit_evidence: submitEvidence,
  offer_settlement: offerSettlement,
  accept_settlement: acceptSettlement,
  take_case: takeCase,
  recommend_split: recommendSplit,
  accept_recommendation: acceptRecommendation,
  decline_recommendation: declineRecommendation,
  pay_arbitration: payArbitration,
  rule,
  withdraw_dispute: withdrawDispute,
  request_mediation: requestMediation,
  give_feedback: giveFeedback,
  respond_to_feedback: respondToFeedback,
  allow_feedback_change: allowFeedbackChange,
  change_feedback: changeFeedback,
  report_feedback: reportFeedback,
  flag_feedback: flagFeedback,
  pay_bonus: payBonus,
  request_payment: requestPayment,
  withdraw_payment_request: withdrawPaymentRequest,
  decline_payment_request: declinePaymentRequest,
  request_refund: requestRefund,
  withdraw_refund_request: withdrawRefundRequest,
  decline_refund: declineRefund,
  give_refund: giveRefund,
  retry_charge: retryCharge,
  confirm_charge: confirmCharge,
  fail_charge: failCharge,
};

export type ContractCommandName = keyof Files;
export const contractCommandNames = Object.keys(files) as readonly ContractCommandName[];

/**
 * Whoever may not look finds nothing; whoever may look but is no party is told so. Operators see
 * everything; mediators and moderators only what is put before them.
 */
export function mayAct(c: Contract, asked: Asked, who: readonly Role[]): Rejection | null {
  const { as, person } = asked.by;
  const system = as === 'clock' || as === 'payments';
  if (system) return who.includes(as) ? null : reject('not_your_decision');
  if (as === 'operator') return reject('not_a_party');
  if (as === 'moderator') return moderatorMayAct(c, who);
  const party = partyOf(c, person);
  if (as === 'mediator' && party === null) {
    return mayMediate(c, person) ?? (who.includes(as) ? null : reject('not_your_decision'));
  }
  if (party === null || isHidden(c, party)) return reject('not_found');
  return party === as && who.includes(as) ? null : reject('not_your_decision');
}

/** A moderator sees what was reported, and has a say in that alone. */
function moderatorMayAct(c: Contract, who: readonly Role[]): Rejection | null {
  if (!isReported(c)) return reject('not_found');
  return who.includes('moderator') ? null : reject('not_a_party');
}

/**
 * An offer that was never sent, its money awaited or not, does not exist for the freelancer; and a
 * contract exists for a mediator only when one of its disputes is theirs, or could become so.
 */
export function isHidden(c: Contract, as: Role, person: PersonId | null = null): boolean {
  if (as === 'mediator') return !isForMediator(c, person);
  return as === 'freelancer' && c.sentAt === null;
}

/** The refusal of a command by who acts and by the state, looking at no field but the milestone. */
export function guarded<N extends ContractCommandName>(
  c: Contract,
  name: N,
  asked: Asked,
  milestone: string | null,
): Rejection | null {
  const file: CommandFile<N> = files[name];
  const refused = mayAct(c, asked, file.who) ?? file.guard(c, asked);
  if (refused !== null || milestone === null || file.guardMilestone === undefined) return refused;
  const found = milestoneOf(c, milestone);
  if (found === undefined) return reject('milestone_not_found', {}, 'milestone');
  return file.guardMilestone(c, found, asked);
}

/** Whether a command is about one milestone. */
export function isAboutMilestone(name: ContractCommandName): boolean {
  return files[name].guardMilestone !== undefined;
}

/** What a command leads to: its events, or why not. The contract is caught up already. */
export function decide(c: Contract | null, command: ContractCommand, given: Given): Decision {
  if (command.type === 'send_offer') return sendOffer(c, command, given);
  if (command.type === 'rehire') return rehired(c, command, given);
  if (c === null) return reject('not_found');
  return decided(c, command, given);
}

/** It begins a contract, and is judged by the one that it continues. */
function rehired(c: Contract | null, command: CommandOf<'rehire'>, given: Given): Decision {
  if (c !== null) return reject('offer_not_pending');
  return given.former === null ? reject('not_found') : decided(given.former, command, given);
}

function decided<N extends ContractCommandName>(
  c: Contract,
  command: CommandOf<N>,
  given: Given,
): Decision {
  const milestone = 'milestone' in command ? String(command.milestone) : null;
  const asked = { by: command.by, now: given.now };
  const file: CommandFile<N> = files[command.type as N];
  const refused = foremost([
    guarded(c, command.type as N, asked, milestone),
    file.judge?.(command, c) ?? null,
  ]);
  return refused ?? file.decide(c, command, given);
}
