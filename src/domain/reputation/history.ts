// What the success score looks at: one entry for each contract of a person that has ended, seen
// from the side of that person. An entry holds the six stars only where the other side's feedback
// has been revealed; where it is sealed, there is no place in the type in which stars could stand.
import type { Instant } from '../calendar.ts';
import type { Money } from '../money/money.ts';
import type { Party, PersonId } from '../people.ts';

/** Whose score: that of somebody's work, or that of somebody as a client. */
export type ScoredAs = Party;

/**
 * Feedback of the other side. `at` is when both sides' was revealed or when the window closed:
 * before that moment it is `sealed`, whether or not there is any.
 */
export type FeedbackFact =
  | { readonly is: 'sealed' }
  | { readonly is: 'none'; readonly at: Instant }
  | { readonly is: 'flagged'; readonly at: Instant }
  | { readonly is: 'given'; readonly at: Instant; readonly stars: readonly number[] };

export type OutcomeFacts = {
  readonly contract: string;
  /** The other side. */
  readonly counterpart: PersonId;
  readonly acceptedAt: Instant;
  /** Null while it is open again: reopened, and not ended since. */
  readonly endedAt: Instant | null;
  /** A mutual end with nothing paid net. */
  readonly cancelled: boolean;
  readonly feedback: FeedbackFact;
  /** Gross, less what was refunded. */
  readonly netPaid: Money;
  /** When something was paid. */
  readonly paidAt: readonly Instant[];
  /** When a dispute was ruled, or a recommendation accepted, wholly for the other side. */
  readonly lostDisputeAt: Instant | null;
};
