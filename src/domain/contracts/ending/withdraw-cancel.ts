// Whoever proposed to end together takes that back before it is answered.
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { isWithdrawable } from '../guards.ts';
import { canBeCancelled } from './propose-cancel.ts';

export const withdrawCancel: CommandFile<'withdraw_cancel'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) => firstOf(canBeCancelled(c), isWithdrawable(c.cancel, 'no_proposal', asked)),
  decide: () => [{ type: 'cancel_withdrawn' }],
};
