// Whom feedback is about tells the moderators that it breaks a rule. Nothing happens to it by
// that; only now may a moderator look at it.
import type { CommandFile } from '../../decision.ts';
import { otherParty } from '../../people.ts';
import { firstOf, reject } from '../../rejections.ts';
import { hasEnded, sideOf } from '../guards.ts';
import { isRevealed } from './revealed.ts';

export const reportFeedback: CommandFile<'report_feedback'> = {
  who: ['client', 'freelancer'],
  guard: (c, { by }) => firstOf(hasEnded(c), isRevealed(c, otherParty(sideOf(by)))),
  decide: (_, { by, reason }) => {
    if (reason === undefined) return reject('note_missing', {}, 'reason');
    return [{ type: 'feedback_reported', author: otherParty(sideOf(by)), reason }];
  },
};
