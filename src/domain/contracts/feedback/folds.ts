// How the events of feedback change the state: who has given it, when it was revealed, answered,
// changed, flagged. What it says never comes here; a change only leads to another reference.
import type { FeedbackState } from '../contract.ts';
import type { FeedbackEvent } from '../events.ts';
import type { FoldsOf } from '../folds-of.ts';
import { lapsed } from '../proposals.ts';

type Change = Exclude<FeedbackState['changes']['client'], null>;

export const feedbackFolds: FoldsOf<FeedbackEvent> = {
  feedback_given: (c, { party, sealed }, at) => ({
    ...c,
    feedback: { ...c.feedback, [party]: { sealed, at } },
  }),
  // What is revealed cannot be taken back, so a proposal to reopen ends here.
  feedback_revealed: (c, _, at) => ({
    ...c,
    reopen: lapsed(c.reopen),
    feedback: { ...c.feedback, revealedAt: at },
  }),
  feedback_closed: (c, _, at) => ({ ...c, feedback: { ...c.feedback, closedAt: at } }),
  feedback_responded: (c, { party, comment }, at) => ({
    ...c,
    feedback: {
      ...c.feedback,
      responses: { ...c.feedback.responses, [party]: { comment, at } },
    },
  }),
  feedback_change_allowed: (c, { author }, at) => ({
    ...c,
    feedback: withChange(c.feedback, author, { allowedAt: at, over: false }),
  }),
  // Feedback that missed its window is given in this way too: it is visible at once.
  feedback_changed: (c, { party, sealed }, at) => {
    const { revealedAt } = c.feedback;
    const changed = { ...c.feedback, [party]: { sealed, at }, revealedAt: revealedAt ?? at };
    return { ...c, feedback: changed };
  },
  feedback_change_ended: (c, { author }) => {
    const change = c.feedback.changes[author];
    if (change === null) return c;
    return { ...c, feedback: withChange(c.feedback, author, { ...change, over: true }) };
  },
  feedback_reported: (c, { author, reason }, at) => ({
    ...c,
    feedback: { ...c.feedback, reported: { ...c.feedback.reported, [author]: { reason, at } } },
  }),
  feedback_flagged: (c, { author, reason }, at) => ({
    ...c,
    feedback: { ...c.feedback, flagged: { ...c.feedback.flagged, [author]: { reason, at } } },
  }),
};

function withChange(
  feedback: FeedbackState,
  author: 'client' | 'freelancer',
  change: Change,
): FeedbackState {
  return { ...feedback, changes: { ...feedback.changes, [author]: change } };
}
