// Whom feedback is about answers it, once, where everybody reads it. Not before it is revealed, and
// not after the time that the policy gives, counted from the end of the contract.
import { after, type Instant, isBefore } from '../../calendar.ts';
import type { CommandFile } from '../../decision.ts';
import { otherParty } from '../../people.ts';
import { firstOf, type Rejection, reject } from '../../rejections.ts';
import type { Contract } from '../contract.ts';
import { hasEnded, sideOf } from '../guards.ts';
import { isRevealed } from './revealed.ts';

function isInTime(c: Contract, now: Instant): Rejection | null {
  const { respond } = c.terms.policy.feedback;
  if (c.outcome === null || respond === null) return null;
  const closed = after(c.outcome.at, respond);
  return isBefore(now, closed) ? null : reject('feedback_window_has_closed', { closed });
}

export const respondToFeedback: CommandFile<'respond_to_feedback'> = {
  who: ['client', 'freelancer'],
  guard: (c, { by, now }) => {
    const party = sideOf(by);
    const responded = c.feedback.responses[party] !== null;
    return firstOf(
      hasEnded(c),
      isInTime(c, now),
      isRevealed(c, otherParty(party)),
      responded ? reject('response_already_given') : null,
    );
  },
  decide: (_, { by, comment }) => {
    if (comment === undefined) return reject('note_missing', {}, 'comment');
    return [{ type: 'feedback_responded', party: sideOf(by), comment }];
  },
};
