// How far feedback is: who has given it, whether it is revealed, answered, changed, flagged. Never
// what it says: stars and words lie outside, behind a reference.
import type { Instant } from '../../calendar.ts';
import type { Party, TextRef } from '../../people.ts';

export type SealedFeedback = { readonly sealed: TextRef; readonly at: Instant };

type EachSide<T> = Readonly<Record<Party, T>>;

/** All about feedback but its content. A party stands for what this party has written. */
export type FeedbackState = {
  readonly client: SealedFeedback | null;
  readonly freelancer: SealedFeedback | null;
  readonly revealedAt: Instant | null;
  readonly closedAt: Instant | null;
  /** What each side answered to what was written about it. */
  readonly responses: EachSide<{ readonly comment: TextRef; readonly at: Instant } | null>;
  /** When its subject let an author change it, once a contract, and whether that is over. */
  readonly changes: EachSide<{ readonly allowedAt: Instant; readonly over: boolean } | null>;
  readonly reported: EachSide<{ readonly reason: TextRef; readonly at: Instant } | null>;
  /** Flagged by a moderator: it does not count. */
  readonly flagged: EachSide<{ readonly reason: TextRef; readonly at: Instant } | null>;
};

export const noFeedback: FeedbackState = {
  client: null,
  freelancer: null,
  revealedAt: null,
  closedAt: null,
  responses: { client: null, freelancer: null },
  changes: { client: null, freelancer: null },
  reported: { client: null, freelancer: null },
  flagged: { client: null, freelancer: null },
};
