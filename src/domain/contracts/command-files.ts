// The table of commands: which file each one finds. Beginning a contract is not in it: there is no
// contract to ask then.
import type { CommandFile } from '../decision.ts';
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
import type { CommandName } from './commands.ts';
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
import { flagFeedback } from './feedback/flag-feedback.ts';
import { giveFeedback } from './feedback/give-feedback.ts';
import { reportFeedback } from './feedback/report-feedback.ts';
import { respondToFeedback } from './feedback/respond-to-feedback.ts';
import { acceptCounter } from './forming/accept-counter.ts';
import { acceptOffer } from './forming/accept-offer.ts';
import { counterOffer } from './forming/counter-offer.ts';
import { declineCounter } from './forming/decline-counter.ts';
import { declineOffer } from './forming/decline-offer.ts';
import { reviseOffer } from './forming/revise-offer.ts';
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

export const files: Files = {
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
