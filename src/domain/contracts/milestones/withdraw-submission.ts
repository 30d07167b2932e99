// The freelancer takes a submission back before it is answered. Its review ends; the next
// submission begins a new one.
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { isActive, isNotDisputed, isNotSettled, isSubmitted } from '../guards.ts';

export const withdrawSubmission: CommandFile<'withdraw_submission'> = {
  who: ['freelancer'],
  guard: (c) => isActive(c),
  guardMilestone: (_c, m) => firstOf(isNotSettled(m), isNotDisputed(m), isSubmitted(m)),
  decide: (_c, command) => [{ type: 'submission_withdrawn', milestone: command.milestone }],
};
