// Every way in which a command can be refused, in the order in which the codes are given when
// several hold. The codes are public API; the words for people live in src/words. A rejection is
// a value: it carries facts (dates, amounts) and, where there is one, what does help instead.
import type { Instant } from './calendar.ts';
import type { Money } from './money/money.ts';

// biome-ignore format: a list reads better in rows.
export const rejectionCodes = [
  'key_reused_with_other_body', 'field_invalid', 'not_found', 'not_a_party', 'not_your_decision', 'own_offer',
  'person_not_found', 'currency_not_offered', 'offer_has_expired', 'offer_not_pending',
  'contract_is_offered', 'contract_has_ended', 'contract_not_ended', 'counter_not_allowed',
  'cancel_not_allowed', 'reopening_not_allowed', 'no_change_pending', 'no_proposal', 'own_proposal',
  'proposal_is_open', 'proposal_has_lapsed', 'milestone_not_found', 'milestone_is_settled',
  'escrow_is_disputed', 'milestone_not_funded', 'milestone_already_funded',
  'another_milestone_is_funded', 'milestone_not_submitted', 'milestone_exists',
  'milestone_is_submitted', 'change_needs_agreement', 'changes_not_exhausted',
  'contract_not_dormant', 'no_clarification', 'no_failed_charge', 'not_named',
  'no_refund_request', 'no_payment_request', 'no_dispute', 'dispute_is_open',
  'wrong_dispute_stage', 'case_is_taken', 'mediation_window_has_closed', 'mediator_cannot_rule',
  'arbitration_already_paid', 'evidence_is_closed', 'feedback_required', 'feedback_incomplete',
  'feedback_already_given', 'feedback_window_has_closed', 'feedback_not_revealed',
  'response_already_given', 'change_not_allowed', 'change_already_used', 'note_missing',
  'refund_window_has_closed', 'bonus_window_has_closed', 'amount_not_positive',
  'amount_below_minimum', 'amount_has_too_many_digits', 'amount_exceeds_escrow',
  'amount_exceeds_paid', 'amount_exceeds_balance',
  'payment_method_missing', 'payment_declined', 'promise_is_stale',
] as const;

export type RejectionCode = (typeof rejectionCodes)[number];

export type Fact = string | number | Money | Instant;

export type Rejection = {
  readonly rejected: RejectionCode;
  readonly facts: Readonly<Record<string, Fact>>;
  /** The field of the command that is wrong, where one is. */
  readonly field?: string;
  readonly instead?: readonly string[];
};

export function reject(
  code: RejectionCode,
  facts: Readonly<Record<string, Fact>> = {},
  field?: string,
): Rejection {
  return field === undefined ? { rejected: code, facts } : { rejected: code, facts, field };
}

export function isRejection(value: unknown): value is Rejection {
  return typeof value === 'object' && value !== null && 'rejected' in value;
}

/** The first check that refuses, or null. Write the checks in the order of the list above. */
export function firstOf(...checks: readonly (Rejection | null)[]): Rejection | null {
  for (const check of checks) if (check !== null) return check;
  return null;
}

/** Of several refusals the one whose code comes first in the list; the earliest of equals. */
export function foremost(refusals: Iterable<Rejection | null>): Rejection | null {
  let first: Rejection | null = null;
  for (const one of refusals) {
    const sooner = (a: Rejection, b: Rejection) =>
      rejectionCodes.indexOf(a.rejected) < rejectionCodes.indexOf(b.rejected);
    if (one !== null && (first === null || sooner(one, first))) first = one;
  }
  return first;
}

/** All results, or of those that are refusals the foremost. */
export function allOr<T>(results: readonly (T | Rejection)[]): readonly T[] | Rejection {
  const good: T[] = [];
  for (const result of results) if (!isRejection(result)) good.push(result);
  return foremost(results.filter(isRejection)) ?? good;
}
