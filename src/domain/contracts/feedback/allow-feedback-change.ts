// Whom feedback is about lets its author change it, or give it after the window was missed. Once a
// contract, and only when both sides' has been revealed or the window has closed: before that it
// would open a seal.
import type { CommandFile } from '../../decision.ts';
import { otherParty } from '../../people.ts';
import { firstOf, type Rejection, reject } from '../../rejections.ts';
import type { Contract } from '../contract.ts';
import { feedbackCloses } from '../deadlines.ts';
import { hasEnded, sideOf } from '../guards.ts';

function isSettled(c: Contract): Rejection | null {
  if (c.feedback.revealedAt !== null || c.feedback.closedAt !== null) return null;
  const closes = feedbackCloses(c);
  return reject('feedback_not_revealed', closes === null ? {} : { closes });
}

export const allowFeedbackChange: CommandFile<'allow_feedback_change'> = {
  who: ['client', 'freelancer'],
  guard: (c, { by }) => {
    const used = c.feedback.changes[otherParty(sideOf(by))];
    return firstOf(
      hasEnded(c),
      isSettled(c),
      used === null ? null : reject('change_already_used', { allowed: used.allowedAt }),
    );
  },
  decide: (_, { by }) => [{ type: 'feedback_change_allowed', author: otherParty(sideOf(by)) }],
};
