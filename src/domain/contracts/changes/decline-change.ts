// The other side declines a proposed change. The terms stay as they are.
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { isActive, isAnswerable } from '../guards.ts';

export const declineChange: CommandFile<'decline_change'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) => firstOf(isActive(c), isAnswerable(c.change, 'no_change_pending', asked)),
  decide: () => [{ type: 'change_declined' }],
};
