// Why something is refused, for people: a title for every code and a sentence with its dates and
// amounts. A refusal says what is so and never what somebody did wrong; what to do instead stands
// in a sentence of its own.
import { digitsOf } from '../domain/money/currencies.ts';
import type { RejectionCode } from '../domain/rejections.ts';
import { afterRefusal, afterTitles } from './after/rejections.ts';
import { disputeRefusal, disputeTitles } from './disputes/rejections.ts';
import { filesNotThere } from './files.ts';
import { formatAmount, isZeroAmount } from './money.ts';

/** A refusal as faces have it: facts as texts, amounts as decimals, instants as ISO strings. */
export type Refused = {
  readonly rejected: RejectionCode;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly field?: string;
};

/** What a sentence needs to know around the refusal. */
export type RefusalScene = {
  readonly currency: string;
  readonly when: (at: string) => string;
  readonly titles?: Readonly<Record<string, string>>;
  /** The one who decides what the reader may not: "Ben". */
  readonly other?: string;
};

// biome-ignore format: a list reads better in rows.
const titles: Readonly<Record<RejectionCode, string>> = {
  key_reused_with_other_body: 'This key was used for something else',
  field_invalid: 'A field needs another look',
  not_found: 'Not found',
  not_a_party: 'Only the two parties may do this',
  not_your_decision: 'The other side decides this',
  own_offer: 'An offer to yourself',
  person_not_found: 'Nobody by that name',
  currency_not_offered: 'This currency is not offered here',
  offer_has_expired: 'The offer has expired',
  offer_not_pending: 'There is no offer to answer',
  contract_is_offered: 'The offer is not accepted yet',
  contract_has_ended: 'The contract has ended',
  contract_not_ended: 'The contract has not ended',
  counter_not_allowed: 'Counter-offers are not part of these rules',
  cancel_not_allowed: 'Ending together is not part of these rules',
  no_change_pending: 'No change is proposed',
  no_proposal: 'Nothing is proposed',
  own_proposal: 'The other side answers this',
  proposal_is_open: 'A proposal waits for an answer',
  proposal_has_lapsed: 'The proposal has lapsed',
  milestone_not_found: 'There is no such milestone',
  milestone_is_settled: 'The milestone is settled',
  milestone_not_funded: 'The milestone is not funded',
  milestone_already_funded: 'The milestone is funded already',
  another_milestone_is_funded: 'Another milestone is funded',
  milestone_not_submitted: 'Nothing is submitted',
  milestone_exists: 'There is a milestone of that name',
  milestone_is_submitted: 'The milestone is under review',
  change_needs_agreement: 'This needs the agreement of both',
  no_clarification: 'No question is open',
  no_failed_charge: 'No charge for a milestone has failed',
  not_named: 'Several are open',
  no_refund_request: 'Nothing is asked back',
  no_payment_request: 'No payment is asked for',
  ...afterTitles,
  ...disputeTitles,
  feedback_required: 'Feedback belongs to ending',
  feedback_incomplete: 'The feedback is incomplete',
  feedback_already_given: 'Feedback is given already',
  feedback_window_has_closed: 'The time for feedback is over',
  note_missing: 'A note is missing',
  refund_window_has_closed: 'The time for giving money back is over',
  bonus_window_has_closed: 'The time for bonuses is over',
  amount_not_positive: 'The amount must be above zero',
  amount_below_minimum: 'The amount is too small',
  amount_has_too_many_digits: 'Too many digits',
  amount_exceeds_escrow: 'More than is held',
  amount_exceeds_paid: 'More than was paid',
  amount_exceeds_balance: 'More than is available',
  payment_method_missing: 'No payment method that can be used',
  payment_declined: 'The payment was declined',
  promise_is_stale: 'The contract changed while you looked',
};

export function rejectionTitle(code: RejectionCode): string {
  return titles[code];
}

/** The refusal in one sentence, with what it knows. */
export function rejectionSentence(refused: Refused, scene: RefusalScene): string {
  const { facts } = refused;
  const amount = (name: string) =>
    facts[name] === undefined ? null : formatAmount(`${facts[name]}`, scene.currency);
  const when = (name: string) => (facts[name] === undefined ? null : scene.when(`${facts[name]}`));
  const milestone =
    facts.milestone === undefined
      ? 'The milestone'
      : `“${scene.titles?.[`${facts.milestone}`] ?? facts.milestone}”`;
  return (
    aboutMoney(refused, amount) ??
    aboutMilestones(refused, milestone) ??
    aboutTime(refused, when) ??
    afterRefusal(refused.rejected, facts, when) ??
    disputeRefusal(refused.rejected, facts, when, milestone) ??
    plain(refused, scene)
  );
}

type Look = (fact: string) => string | null;

function fewerDigits(currency: string): string {
  const digits = digitsOf(currency);
  if (digits === undefined) return 'Enter fewer digits after the point.';
  if (digits === 0) return `Enter a whole amount: ${currency} has no digits after the point.`;
  return `Enter at most ${digits} digits after the point.`;
}

function aboutMoney({ rejected, facts }: Refused, amount: Look): string | null {
  const escrow = amount('escrow');
  const available = amount('available');
  switch (rejected) {
    case 'amount_below_minimum':
      return `Enter ${amount('minimum') ?? 'more'} or more.`;
    case 'amount_exceeds_escrow':
      return atMost(facts.escrow, escrow, 'held');
    case 'amount_exceeds_paid':
      return paidAtMost(facts.paid, amount('paid'));
    case 'amount_exceeds_balance':
      if (amount('needed') !== null) {
        return `This takes ${amount('needed')}, and ${available ?? 'less'} is available.`;
      }
      return atMost(facts.available, available, 'available');
    case 'amount_has_too_many_digits':
      return fewerDigits(`${facts.currency ?? ''}`);
    case 'payment_method_missing':
      return methodMissing(facts, amount);
    default:
      return null;
  }
}

function atMost(decimal: string | number | undefined, amount: string | null, what: string): string {
  if (decimal === undefined || amount === null) return `That is more than is ${what}.`;
  return isZeroAmount(`${decimal}`) ? `Nothing is ${what}.` : `No more than ${amount} is ${what}.`;
}

function paidAtMost(decimal: string | number | undefined, paid: string | null): string {
  if (decimal === undefined || paid === null) return 'That is more than was paid.';
  if (isZeroAmount(`${decimal}`)) return 'Nothing was paid that could come back.';
  return `No more than ${paid} can come back.`;
}

function methodMissing(facts: Refused['facts'], amount: Look): string {
  const needed = amount('needed');
  if (needed !== null) {
    const available = amount('available') ?? 'less';
    return `${needed} is needed, ${available} is available and no verified card can be charged.`;
  }
  if (facts.kind === 'bank') return 'There is no verified bank account of that name.';
  return 'There is no verified card.';
}

function aboutMilestones({ rejected }: Refused, milestone: string): string | null {
  switch (rejected) {
    case 'milestone_is_settled':
      return `${milestone} is settled: nothing can change about it any more.`;
    case 'milestone_not_funded':
      return `${milestone} is not funded.`;
    case 'milestone_already_funded':
      return `${milestone} is funded already.`;
    case 'another_milestone_is_funded':
      return `${milestone} is funded; one is funded at a time.`;
    case 'milestone_not_submitted':
      return `${milestone} is not under review.`;
    case 'milestone_is_submitted':
      return `${milestone} is under review.`;
    case 'change_needs_agreement':
      return `${milestone} is part of the accepted terms; both must agree to change it.`;
    case 'milestone_exists':
      return `There is a milestone ${milestone} already.`;
    default:
      return null;
  }
}

function aboutTime({ rejected }: Refused, when: Look): string | null {
  switch (rejected) {
    case 'contract_has_ended':
      return `The contract ended on ${when('ended') ?? 'an earlier day'}.`;
    case 'offer_has_expired':
      return `The offer expired on ${when('expired') ?? 'an earlier day'}.`;
    case 'bonus_window_has_closed':
      return `Payments beside the plan were possible until ${when('closed') ?? 'an earlier day'}.`;
    case 'refund_window_has_closed':
      return `What was paid could be given back until ${when('closed') ?? 'an earlier day'}.`;
    case 'feedback_window_has_closed':
      return `The time for feedback ended on ${when('closed') ?? 'an earlier day'}.`;
    default:
      return null;
  }
}

function plain({ rejected, facts }: Refused, { other }: RefusalScene): string {
  switch (rejected) {
    case 'not_your_decision':
    case 'own_proposal':
      return other === undefined
        ? 'Only the other side decides this.'
        : `Only ${other} decides this.`;
    case 'field_invalid':
      return filesNotThere;
    case 'not_found':
      return 'This does not exist, or it is not yours to see.';
    case 'person_not_found':
      return 'Nobody here has that name or address.';
    case 'own_offer':
      return 'An offer goes to somebody else.';
    case 'currency_not_offered':
      return `${facts.currency ?? 'This currency'} is not offered here.`;
    case 'feedback_required':
      return 'Whoever ends the contract gives feedback with it.';
    case 'feedback_incomplete':
      return `Choose a number from 1 to 5 for ${facts.missing ?? 'each line'}.`;
    case 'note_missing':
      return 'Write a few words: the other side needs to know what is meant.';
    case 'not_named':
      return 'Several are open. Say which one is meant.';
    case 'no_failed_charge':
      return 'No charge for a milestone has failed. A bonus whose charge failed is paid anew.';
    case 'amount_not_positive':
      return 'Enter an amount above zero.';
    case 'promise_is_stale':
      return 'Nothing has happened: the contract changed while you looked.';
    case 'key_reused_with_other_body':
      return 'The same key came with another request. Use a new key.';
    default:
      return `${titles[rejected]}.`;
  }
}
