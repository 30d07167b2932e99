// What helps when a command about a dispute is refused, and where a dispute helps when something
// else is.
import type { Party } from '../../people.ts';
import type { RejectionCode } from '../../rejections.ts';

type Names = readonly string[];

/** Somebody reaches for what only the other side decides: what their own side has for it. */
export const disputesOfTheOtherSide: Readonly<Record<string, Names>> = {
  answer_dispute: ['offer_settlement', 'submit_evidence', 'withdraw_dispute'],
  withdraw_dispute: ['offer_settlement', 'answer_dispute'],
  dispute_escrow_refund: ['withdraw_escrow_refund', 'release_payment'],
  dispute_milestone: ['release_payment', 'request_changes'],
};

const stages: Names = [
  'answer_dispute',
  'accept_recommendation',
  'pay_arbitration',
  'accept_settlement',
  'offer_settlement',
  'submit_evidence',
];

/** Null where disputes have nothing to say. */
export function helpsInDisputes(command: string, code: RejectionCode, as: Party): Names | null {
  switch (code) {
    case 'escrow_is_disputed':
      return stages;
    case 'changes_not_exhausted':
      return ['submit_work', 'ask_clarification', 'propose_cancel'];
    case 'no_dispute':
      return as === 'freelancer'
        ? ['dispute_escrow_refund', 'dispute_milestone', 'request_mediation']
        : ['request_mediation'];
    case 'dispute_is_open':
    case 'wrong_dispute_stage':
    case 'arbitration_already_paid':
      return stages;
    case 'evidence_is_closed':
      return ['send_message', 'request_mediation'];
    case 'mediation_window_has_closed':
      return as === 'client' ? ['request_refund'] : ['request_payment'];
    case 'no_proposal':
    case 'own_proposal':
      return command === 'accept_settlement' ? ['offer_settlement'] : null;
    default:
      return null;
  }
}
