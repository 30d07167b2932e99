// An author whose subject allowed it writes their feedback anew, or for the first time. It is
// visible at once and takes the place of what was there; within the window it may be done again.
import type { CommandFile } from '../../decision.ts';
import { firstOf, isRejection, type Rejection, reject } from '../../rejections.ts';
import type { Contract } from '../contract.ts';
import { changeEnds } from '../deadlines.ts';
import { hasEnded, sideOf } from '../guards.ts';
import { judgeFeedback } from './give-feedback.ts';

function isAllowed(c: Contract, author: 'client' | 'freelancer'): Rejection | null {
  const change = c.feedback.changes[author];
  if (change === null) return reject('change_not_allowed');
  if (!change.over) return null;
  return reject('feedback_window_has_closed', { closed: changeEnds(c, change.allowedAt) });
}

export const changeFeedback: CommandFile<'change_feedback'> = {
  who: ['client', 'freelancer'],
  judge: (command) => {
    const feedback = judgeFeedback(command);
    return isRejection(feedback) ? feedback : null;
  },
  guard: (c, { by }) => firstOf(hasEnded(c), isAllowed(c, sideOf(by))),
  decide: (_, command) => {
    const feedback = judgeFeedback(command);
    if (isRejection(feedback)) return feedback;
    return [{ type: 'feedback_changed', party: sideOf(command.by), sealed: feedback.sealed }];
  },
};
