// The shape of a policy as its YAML document writes it: every key, also those whose rules move in
// later, each exactly as long as it is known. Unknown keys are refused, so that nobody believes in
// a rule that nothing reads. What the domain takes of it is chosen in policy.ts.
import { z } from 'zod';

/** A span of at least nothing: weeks, days, hours and so on, and months where a rule wants them. */
export const span = z
  .string({ error: 'is an ISO 8601 duration, as P14D' })
  .refine(isSpan, { error: 'is an ISO 8601 duration, as P14D' });

function isSpan(text: string): boolean {
  return /^P(?=.)(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?(T(?=.)(\d{1,5}H)?(\d{1,5}M)?)?$/.test(text);
}

const amountSentence = 'is a decimal in quotes, as "5.00"';
export const amount = z.string({ error: amountSentence }).regex(/^\d{1,12}(\.\d{1,4})?$/, {
  error: amountSentence,
});

const percentSentence = 'is a percentage with at most two decimals, as 2.75 %';
export const percent = z
  .string({ error: percentSentence })
  .regex(/^(100(\.00?)?|\d{1,2}(\.\d{1,2})?) ?%$/, { error: percentSentence });

const count = z.int({ error: 'is a whole number' }).min(0, { error: 'is not below 0' });
const flag = z.boolean({ error: 'is true or false' });
const none = z.literal('none');
const unlimited = z.literal('unlimited');

const cost = z.union(
  [
    z.strictObject({ fixed: amount }),
    z.strictObject({ rate: percent, least: amount, most: amount }),
  ],
  { error: 'is { fixed } or { rate, least, most }' },
);

const step = z.strictObject({
  who: z.enum(['client', 'freelancer']),
  for: span,
  may_request_release: flag.optional(),
  on_silence: z.literal('release').optional(),
});

const weekday = '(mon|tues|wednes|thurs|fri|satur|sun)day';
const moment = z.string().regex(new RegExp(`^${weekday} (([01]\\d|2[0-3]):[0-5]\\d|24:00)$`), {
  error: 'is a weekday and a time in UTC, as monday 12:00',
});

const weight = z
  .string({ error: 'is a number in quotes, as "1.25"' })
  .regex(/^\d{1,2}(\.\d{1,2})?$/, { error: 'is a number in quotes, as "1.25"' });

const score = z.strictObject({
  windows: z.array(span).min(1),
  positive_from: weight,
  negative_below: weight,
  weights: z.array(z.strictObject({ up_to: amount.optional(), weight })).min(1),
  lasting: z.strictObject({ span, weight, most: count }),
  minimum: z.strictObject({ contracts: count, counterparts: count }),
  missing_feedback: z.enum(['left_out', 'a_third']),
});

/** What a currency other than the policy's own says for the amounts of the document. */
const currencyRow = z.strictObject({
  milestone_min: amount,
  hourly_min_rate: amount,
  arbitration_cost: cost,
  feedback_min_net_paid: amount,
  score_up_to: z.array(amount),
});

const currencyCode = z.string().regex(/^[A-Z]{3}$/, { error: 'is an ISO 4217 code, as USD' });

const money = {
  clearing: span,
  charge: z.strictObject({ timeout: span }),
  hold: z.strictObject({ ends: span }),
  evidence: z.strictObject({ keep: span }),
  bonus: z.strictObject({ after_end: z.union([span, unlimited]) }),
  refund: z.strictObject({ window: span }),
  fee: z.strictObject({ freelancer: percent, client: percent }),
};

const conflict = {
  dispute: z.strictObject({
    hours: z.strictObject({ answer: span, on_silence: z.enum(['pay_protected', 'refund']) }),
    escrow: z.strictObject({ answer: span, on_silence: z.literal('pay_freelancer') }),
  }),
  mediation: z.strictObject({ window: span, recommend: span, answer: span }),
  arbitration: z.strictObject({ opt_in: span, rule: span, cost }),
};

const work = {
  milestone: z.strictObject({
    min: amount,
    max_funded: z.int().min(1, { error: 'is at least 1' }),
    edit: z.enum(['mutual', 'client']),
  }),
  review: z.strictObject({
    window: span,
    on_silence: z.literal('release'),
    max_changes: z.union([count, unlimited]),
    reminders: z.array(span),
  }),
  clarification: z.strictObject({ remind: z.union([span, none]) }),
  hourly: z.strictObject({
    min_rate: amount,
    week: z.strictObject({ starts: moment, invoiced: moment, reviewed: moment }),
    over_limit: z.literal('record'),
    auto_pause_after: z.union([span, none]),
    reminder_after: z.union([span, none]),
  }),
  protection: z.strictObject({
    source: z.literal('tracked'),
    memo: flag,
    min_activity: count.max(10),
    within_limit: flag,
    verified_payment_method: flag,
  }),
};

const ending = {
  escrow_refund: z.strictObject({ answer: span, on_silence: z.literal('refund') }),
  cancel: z.strictObject({ answer: z.union([span, none]) }),
  dormancy: z.strictObject({ after: span, counts_messages: flag, steps: z.array(step) }),
  end: z.strictObject({ timesheet_grace: z.union([z.literal('until_invoice'), none]) }),
  reopen: z.enum(['mutual', 'never']),
};

export const policyShape = z.strictObject({
  name: z.string().regex(/^[a-z0-9-]{1,40}$/, { error: 'is a name as classic-2016' }),
  version: z.string().min(1).max(40),
  title: z.string().min(1).max(200),
  about: z.string().max(2000),
  currency: currencyCode,
  offer: z.strictObject({ expires: span, counter: flag }),
  change: z.strictObject({ answer: span }),
  ...work,
  ...ending,
  ...money,
  ...conflict,
  feedback: z.strictObject({
    window: span,
    respond: z.union([span, unlimited]),
    change_window: span,
    min_net_paid: amount,
  }),
  score,
  currencies: z.record(currencyCode, currencyRow),
});

/** A whole policy, as written: what the help pages and the API show. */
export type PolicyDocument = z.output<typeof policyShape>;
