// The shapes of the commands that end a contract and of what follows: escrow refunds, feedback.
import { starNames } from '../../domain/contracts/commands.ts';
import { amount, fieldsOf, oneOf, star, text } from './fields.ts';

const six = Object.fromEntries(starNames.map((name) => [name, star.optional()])) as Record<
  (typeof starNames)[number],
  ReturnType<typeof star.optional>
>;

/** Whether all six are there is the domain's to judge, which says which one is missing. */
const feedback = {
  stars: fieldsOf(six).optional(),
  comment: text.optional(),
  private_note: text.optional(),
};

const reason = oneOf([
  'completed',
  'no_longer_needed',
  'requirements_unclear',
  'other_party_unresponsive',
  'work_not_delivered',
  'quality',
  'mutual',
  'other',
]);

export const endingShapes = {
  end_contract: fieldsOf({
    reason,
    feedback: fieldsOf(feedback).optional(),
    release: amount.optional(),
  }),
  propose_cancel: fieldsOf({ note: text.optional(), to_freelancer: amount.optional() }),
  accept_cancel: fieldsOf({}),
  decline_cancel: fieldsOf({}),
  withdraw_cancel: fieldsOf({}),
  approve_escrow_refund: fieldsOf({}),
  withdraw_escrow_refund: fieldsOf({}),
  propose_reopen: fieldsOf({ note: text.optional() }),
  accept_reopen: fieldsOf({}),
  decline_reopen: fieldsOf({}),
  withdraw_reopen: fieldsOf({}),
  give_feedback: fieldsOf(feedback),
  respond_to_feedback: fieldsOf({ comment: text.optional() }),
  allow_feedback_change: fieldsOf({}),
  change_feedback: fieldsOf(feedback),
  report_feedback: fieldsOf({ reason: text.optional() }),
  flag_feedback: fieldsOf({ author: oneOf(['client', 'freelancer']), reason: text.optional() }),
};
