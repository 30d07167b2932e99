// One contract in a success score: whether it counts at a moment, with which value and weight, and
// why. Everything is an integer: stars and weights are hundredths, and no average is ever divided.
import { after, compareInstants, type Instant, isBefore } from '../calendar.ts';
import type { Currency } from '../money/currencies.ts';
import { compare, isPositive, type Money } from '../money/money.ts';
import type { ScoreRules } from '../policy/policy.ts';
import type { FeedbackFact, OutcomeFacts } from './history.ts';

/** The rules of a policy, and for each currency up to which net payment each weight holds. */
export type Scoring = {
  readonly rules: ScoreRules;
  readonly upTo: Readonly<Record<Currency, readonly Money[]>>;
};

export type Value = -1 | 0 | 1;

/** Why a contract counts as it does. */
export type CountedBecause =
  | 'positive'
  | 'neutral'
  | 'negative'
  | 'lost_dispute'
  /** Only where a pattern of missing feedback counts. */
  | 'missing_feedback_beyond_a_third';

/** Why a contract is left out. */
export type LeftOutBecause =
  | 'open_again'
  | 'outside_window'
  | 'sealed'
  | 'cancelled'
  | 'flagged'
  | 'nothing_paid'
  | 'no_feedback';

export type Judged =
  | { readonly counted: true; readonly value: Value; readonly reason: CountedBecause }
  | { readonly counted: false; readonly reason: LeftOutBecause };

const leftOut = (reason: LeftOutBecause): Judged => ({ counted: false, reason });

/** What is known of the feedback at a moment: what was revealed later is still sealed then. */
function knownAt(feedback: FeedbackFact, now: Instant): FeedbackFact {
  return feedback.is !== 'sealed' && isBefore(now, feedback.at) ? { is: 'sealed' } : feedback;
}

/** +1 from the one threshold on, −1 below the other; the average of the stars, without dividing. */
function worthOf(stars: readonly number[], { positiveFrom, negativeBelow }: ScoreRules): Value {
  const sum = 100 * stars.reduce((all, star) => all + star, 0);
  if (sum >= positiveFrom * stars.length) return 1;
  return sum < negativeBelow * stars.length ? -1 : 0;
}

const because = { [-1]: 'negative', 0: 'neutral', 1: 'positive' } as const;

/** A contract that ended in a window which begins at `from` and ends now, both inclusive. */
export function judged(one: OutcomeFacts, rules: ScoreRules, from: Instant, now: Instant): Judged {
  if (one.endedAt === null) return leftOut('open_again');
  if (isBefore(one.endedAt, from) || isBefore(now, one.endedAt)) return leftOut('outside_window');
  const feedback = knownAt(one.feedback, now);
  if (feedback.is === 'sealed') return leftOut('sealed');
  if (one.cancelled) return leftOut('cancelled');
  if (one.lostDisputeAt !== null && !isBefore(now, one.lostDisputeAt)) {
    return { counted: true, value: -1, reason: 'lost_dispute' };
  }
  if (feedback.is === 'flagged') return leftOut('flagged');
  const value = feedback.is === 'given' ? worthOf(feedback.stars, rules) : null;
  if (!isPositive(one.netPaid) && value !== -1) return leftOut('nothing_paid');
  if (value === null) return leftOut('no_feedback');
  return { counted: true, value, reason: because[value] };
}

/** Hundredths: by what was paid net, and more for each full span in which something was paid. */
export function weightOf(one: OutcomeFacts, { rules, upTo }: Scoring): number {
  const steps = upTo[one.netPaid.currency] ?? [];
  const step = steps.findIndex((most) => compare(one.netPaid, most) <= 0);
  const base = rules.weights.at(step === -1 ? rules.weights.length - 1 : step) ?? 0;
  return base + rules.lasting.weight * lastingSpans(one, rules);
}

/** Full spans from the acceptance to the end in which something was paid, up to the most. */
export function lastingSpans({ acceptedAt, endedAt, paidAt }: OutcomeFacts, rules: ScoreRules) {
  const { span, most } = rules.lasting;
  const paid = [...paidAt].sort(compareInstants);
  let [spans, next, begins] = [0, 0, acceptedAt];
  for (let ends = after(begins, span); spans < most; ends = after(begins, span)) {
    if (endedAt === null || isBefore(endedAt, ends) || next >= paid.length) break;
    const first = next;
    while (next < paid.length && isBefore(paid[next] ?? ends, ends)) next += 1;
    if (next > first) spans += 1;
    begins = ends;
  }
  return spans;
}
