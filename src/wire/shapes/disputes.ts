// The shapes of disputes: opening one, answering, evidence, settlements, and what mediators do.
// `dispute` names one of several that are open; whether it is needed is the domain's to judge.
import { amount, fieldsOf, files, name, oneOf, text } from './fields.ts';

const dispute = name.optional();

export const disputeShapes = {
  dispute_milestone: fieldsOf({ milestone: name, statement: text.optional() }),
  dispute_escrow_refund: fieldsOf({ statement: text.optional(), amount: amount.optional() }),
  answer_dispute: fieldsOf({
    dispute,
    answer: oneOf(['accept', 'contest']),
    statement: text.optional(),
  }),
  submit_evidence: fieldsOf({ dispute, note: text.optional(), files: files.optional() }),
  offer_settlement: fieldsOf({ dispute, to_freelancer: amount }),
  accept_settlement: fieldsOf({ dispute }),
  take_case: fieldsOf({ dispute }),
  recommend_split: fieldsOf({ dispute, to_freelancer: amount, note: text.optional() }),
  accept_recommendation: fieldsOf({ dispute }),
  decline_recommendation: fieldsOf({ dispute }),
  pay_arbitration: fieldsOf({ dispute }),
  rule: fieldsOf({ dispute, to_freelancer: amount, note: text.optional() }),
  withdraw_dispute: fieldsOf({ dispute }),
  request_mediation: fieldsOf({ statement: text.optional() }),
};
