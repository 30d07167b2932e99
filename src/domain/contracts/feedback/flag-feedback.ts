// A moderator flags feedback that was reported: from then on it does not count for any score, and
// everybody who can read it reads the reason beside it. It is not deleted. Moderators see and judge
// what was reported to them, and nothing else of any contract.
import type { CommandFile } from '../../decision.ts';
import type { Party } from '../../people.ts';
import { firstOf, reject } from '../../rejections.ts';
import type { Contract } from '../contract.ts';
import { hasEnded } from '../guards.ts';
import { isRevealed } from './revealed.ts';

const parties: readonly Party[] = ['client', 'freelancer'];

/** Whether anything of this contract was put before the moderators. */
export function isReported(c: Contract): boolean {
  return parties.some((author) => c.feedback.reported[author] !== null);
}

export const flagFeedback: CommandFile<'flag_feedback'> = {
  who: ['moderator'],
  guard: (c) => hasEnded(c),
  decide: (c, { author, reason }) => {
    const reported = c.feedback.reported[author] !== null;
    const refused = firstOf(
      reported ? null : reject('not_found', {}, 'author'),
      isRevealed(c, author),
      reason === undefined ? reject('note_missing', {}, 'reason') : null,
    );
    if (refused !== null || reason === undefined) return refused ?? [];
    return [{ type: 'feedback_flagged', author, reason }];
  },
};
