// Whether what one side wrote can be read: what answering, reporting and flagging need.
import type { Party } from '../../people.ts';
import { type Rejection, reject } from '../../rejections.ts';
import type { Contract } from '../contract.ts';
import { feedbackCloses } from '../deadlines.ts';

/** Feedback of this author that is visible. If it is sealed, the fact says until when at most. */
export function isRevealed(c: Contract, author: Party): Rejection | null {
  const { revealedAt } = c.feedback;
  if (revealedAt !== null && c.feedback[author] !== null) return null;
  const closes = feedbackCloses(c);
  const sealed = revealedAt === null && c.feedback.closedAt === null && closes !== null;
  return reject('feedback_not_revealed', sealed ? { closes } : {});
}
