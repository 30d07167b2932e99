// The shapes of the commands that form a contract: offers, counters, changes, clarifications.
import { z } from 'zod';
import {
  amount,
  currency,
  due,
  fieldsOf,
  flag,
  isClean,
  listOf,
  name,
  oneOf,
  start,
  text,
  title,
} from './fields.ts';

/** More milestones than this in one command are a plan that nobody can read. */
const mostMilestones = 50;

const milestone = fieldsOf({
  id: name.optional(),
  title,
  amount,
  due: due.optional(),
});

const milestonePatch = fieldsOf({
  id: name,
  title: title.optional(),
  amount: amount.optional(),
  due: due.nullable().optional(),
});

const changedTerms = {
  title: title.optional(),
  scope: text.optional(),
  kind: oneOf(['fixed']).optional(),
  currency: currency.optional(),
  milestones: listOf(milestone, mostMilestones).optional(),
  starts: start.optional(),
  fund_first: flag.optional(),
};

const toSentence = 'Name a person by e-mail address or id.';
const to = z
  .string({ error: toSentence })
  .trim()
  .min(1, { error: toSentence })
  .max(320, { error: toSentence })
  .refine(isClean, { error: toSentence })
  .meta({ description: 'E-mail address or id of the freelancer.', example: 'ann@example.org' });

export const formingShapes = {
  send_offer: fieldsOf({
    to,
    title,
    scope: text.optional(),
    kind: oneOf(['fixed']),
    currency,
    milestones: listOf(milestone, mostMilestones),
    starts: start.optional(),
    fund_first: flag.optional(),
  }),
  revise_offer: fieldsOf(changedTerms),
  withdraw_offer: fieldsOf({}),
  rehire: fieldsOf(changedTerms),
  accept_offer: fieldsOf({}),
  decline_offer: fieldsOf({ reason: text.optional() }),
  counter_offer: fieldsOf({ ...changedTerms, note: text.optional() }),
  withdraw_counter: fieldsOf({}),
  accept_counter: fieldsOf({}),
  decline_counter: fieldsOf({}),
  propose_change: fieldsOf({
    milestones: listOf(milestonePatch, mostMilestones).optional(),
    remove: listOf(name, mostMilestones).optional(),
    scope: text.optional(),
    note: text.optional(),
  }),
  accept_change: fieldsOf({}),
  decline_change: fieldsOf({}),
  withdraw_change: fieldsOf({}),
  ask_clarification: fieldsOf({ question: text.optional() }),
  answer_clarification: fieldsOf({ answer: text.optional() }),
};
