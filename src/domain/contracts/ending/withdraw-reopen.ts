// Whoever proposed to open the contract again takes that back before it is answered.
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { hasEnded, isWithdrawable } from '../guards.ts';

export const withdrawReopen: CommandFile<'withdraw_reopen'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) => firstOf(hasEnded(c), isWithdrawable(c.reopen, 'no_proposal', asked)),
  decide: () => [{ type: 'reopen_withdrawn' }],
};
