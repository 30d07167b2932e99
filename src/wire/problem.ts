// Problems as they cross the network (RFC 9457): one shape for every error, a registry of the
// types that there are, and the status of each. A type that is not here is not sent. Titles of
// refusals are words; those of the network's own troubles stand here.
import { z } from 'zod';
import type { RejectionCode } from '../domain/rejections.ts';

/** What can be wrong with a request before any rule is asked. */
export const networkProblems = {
  body_malformed: [400, 'The body is not the JSON that it should be'],
  key_missing: [400, 'An Idempotency-Key is missing'],
  key_invalid: [400, 'The Idempotency-Key cannot be used'],
  not_signed_in: [401, 'Sign in, or send a key'],
  from_another_site: [403, 'The request came from another site'],
  nothing_here: [404, 'There is nothing at this address'],
  method_not_allowed: [405, 'This address does not take that method'],
  body_too_large: [413, 'The body is too large'],
  not_json: [415, 'The body must be application/json'],
  fields_invalid: [422, 'Some fields need another look'],
  file_not_taken: [422, 'The file was not taken'],
  server_error: [500, 'The server made a mistake'],
  busy: [503, 'The server is busy'],
  outcome_unknown: [503, 'Whether it was done is not known'],
} as const satisfies Readonly<Record<string, readonly [status: number, title: string]>>;

export type NetworkCode = keyof typeof networkProblems;

/** Refusals: unknown to whoever asks 404, forbidden 403, of the state 409, of the fields 422. */
export const rejectionStatus: Readonly<Record<RejectionCode, number>> = {
  key_reused_with_other_body: 422,
  field_invalid: 422,
  not_found: 404,
  not_a_party: 403,
  not_your_decision: 403,
  own_offer: 422,
  person_not_found: 422,
  currency_not_offered: 422,
  offer_has_expired: 409,
  offer_not_pending: 409,
  contract_is_offered: 409,
  contract_has_ended: 409,
  contract_not_ended: 409,
  counter_not_allowed: 409,
  cancel_not_allowed: 409,
  no_change_pending: 409,
  no_proposal: 409,
  own_proposal: 409,
  proposal_is_open: 409,
  proposal_has_lapsed: 409,
  milestone_not_found: 422,
  milestone_is_settled: 409,
  milestone_not_funded: 409,
  milestone_already_funded: 409,
  another_milestone_is_funded: 409,
  milestone_not_submitted: 409,
  milestone_exists: 422,
  milestone_is_submitted: 409,
  change_needs_agreement: 409,
  no_clarification: 409,
  no_failed_charge: 409,
  no_refund_request: 409,
  feedback_required: 422,
  feedback_incomplete: 422,
  feedback_already_given: 409,
  feedback_window_has_closed: 409,
  note_missing: 422,
  amount_not_positive: 422,
  amount_below_minimum: 422,
  amount_has_too_many_digits: 422,
  amount_exceeds_escrow: 422,
  amount_exceeds_balance: 422,
  payment_method_missing: 409,
  payment_declined: 409,
  promise_is_stale: 412,
  reopening_not_allowed: 409,
  escrow_is_disputed: 409,
  changes_not_exhausted: 409,
  contract_not_dormant: 409,
  not_named: 422,
  no_payment_request: 409,
  no_dispute: 409,
  dispute_is_open: 409,
  wrong_dispute_stage: 409,
  case_is_taken: 409,
  mediation_window_has_closed: 409,
  mediator_cannot_rule: 403,
  arbitration_already_paid: 409,
  evidence_is_closed: 409,
  feedback_not_revealed: 409,
  response_already_given: 409,
  change_not_allowed: 409,
  change_already_used: 409,
  refund_window_has_closed: 409,
  bonus_window_has_closed: 409,
  amount_exceeds_paid: 422,
};

export type ProblemCode = NetworkCode | RejectionCode;

/** The address that a type goes by; it answers with what the type means. */
export function problemType(code: ProblemCode): string {
  return `/api/problems/${code}`;
}

export function problemStatus(code: ProblemCode): number {
  return code in networkProblems
    ? networkProblems[code as NetworkCode][0]
    : rejectionStatus[code as RejectionCode];
}

export const problemCodes: readonly ProblemCode[] = [
  ...(Object.keys(networkProblems) as NetworkCode[]),
  ...(Object.keys(rejectionStatus) as RejectionCode[]),
];

const fieldError = z.strictObject({
  code: z
    .string()
    .meta({ description: 'field_missing, field_unknown, field_invalid, or a refusal' }),
  field: z.string().meta({ description: 'As forms name it', example: 'milestones[0].amount' }),
  pointer: z.string().meta({ description: 'JSON pointer', example: '/milestones/0/amount' }),
  detail: z.string(),
});

export const problemShape = z
  .strictObject({
    type: z.string().meta({ example: '/api/problems/milestone_not_funded' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'A sentence for people.' }),
    instance: z.string().meta({ description: 'This very answer, for the log of the server.' }),
    code: z.string().meta({ description: 'Stable; what programs look at.' }),
    errors: z.array(fieldError).optional(),
    facts: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .meta({ description: 'The amounts and moments of the refusal.' }),
    instead: z
      .array(z.string())
      .optional()
      .meta({ description: 'Commands that do help, the best one first.' }),
    contract: z
      .strictObject({
        status: z.string(),
        allowed: z.array(z.string()),
        next: z.strictObject({ what: z.string(), at: z.string() }).nullable(),
      })
      .optional()
      .meta({ description: 'How the contract stands, when it was refused for that.' }),
  })
  .meta({ id: 'Problem', description: 'What went wrong. Nothing was changed, unless it says so.' });

export type Problem = z.output<typeof problemShape>;
export type FieldError = z.output<typeof fieldError>;

/** "milestones[0].amount" as "/milestones/0/amount". */
export function pointerOf(field: string): string {
  if (field === '') return '';
  const parts = field.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
  return parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
