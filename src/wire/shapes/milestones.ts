// The shapes of the commands about milestones: plan, money, work and its answers.
import { amount, due, fieldsOf, files, name, text, title } from './fields.ts';

export const milestoneShapes = {
  fund_milestone: fieldsOf({ milestone: name }),
  retry_charge: fieldsOf({}),
  add_milestone: fieldsOf({ id: name.optional(), title, amount, due: due.optional() }),
  edit_milestone: fieldsOf({
    milestone: name,
    title: title.optional(),
    amount: amount.optional(),
    due: due.nullable().optional(),
  }),
  remove_milestone: fieldsOf({ milestone: name }),
  submit_work: fieldsOf({ milestone: name, note: text.optional(), files: files.optional() }),
  withdraw_submission: fieldsOf({ milestone: name }),
  request_changes: fieldsOf({ milestone: name, note: text.optional() }),
  release_payment: fieldsOf({ milestone: name, amount: amount.optional() }),
};
