// Whoever proposed a change takes it back before it is answered.
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { isActive, isWithdrawable } from '../guards.ts';

export const withdrawChange: CommandFile<'withdraw_change'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) => firstOf(isActive(c), isWithdrawable(c.change, 'no_change_pending', asked)),
  decide: () => [{ type: 'change_withdrawn' }],
};
