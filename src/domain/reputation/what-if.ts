// What if: the same function with a hypothetical outcome of one contract. Nothing is stored, and
// nothing sealed is asked: what could be is answered for every outcome alike.
import type { Instant } from '../calendar.ts';
import type { OutcomeFacts } from './history.ts';
import type { Scoring } from './judged.ts';
import { type Score, scoreOf } from './success-score.ts';

/** How one's own score would stand if feedback about this contract were known now. */
export type ScoreRange = {
  readonly now: number | null;
  readonly noFeedback: number | null;
  /** Six times five stars. */
  readonly best: number | null;
  /** Six times one star. */
  readonly worst: number | null;
};

const six = [0, 1, 2, 3, 4, 5];

/** The contract with all six stars the same, or without feedback; ended now if it has not. */
export function withOutcome(one: OutcomeFacts, stars: number | null, now: Instant): OutcomeFacts {
  const feedback =
    stars === null
      ? ({ is: 'none', at: now } as const)
      : ({ is: 'given', at: now, stars: six.map(() => stars) } as const);
  return { ...one, endedAt: one.endedAt ?? now, feedback };
}

/** `history` is what has come about; an entry of the contract in it is replaced. */
export function scoreIf(
  history: readonly OutcomeFacts[],
  one: OutcomeFacts,
  stars: number | null,
  scoring: Scoring,
  now: Instant,
): Score {
  const others = history.filter(({ contract }) => contract !== one.contract);
  return scoreOf([...others, withOutcome(one, stars, now)], scoring, now);
}

export function scoreRange(
  history: readonly OutcomeFacts[],
  one: OutcomeFacts,
  scoring: Scoring,
  now: Instant,
): ScoreRange {
  const point = (stars: number | null) => scoreIf(history, one, stars, scoring, now).score;
  return {
    now: scoreOf(history, scoring, now).score,
    noFeedback: point(null),
    best: point(5),
    worst: point(1),
  };
}
