// The other side declines to end together. The contract goes on.
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { isAnswerable } from '../guards.ts';
import { canBeCancelled } from './propose-cancel.ts';

export const declineCancel: CommandFile<'decline_cancel'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) => firstOf(canBeCancelled(c), isAnswerable(c.cancel, 'no_proposal', asked)),
  decide: () => [{ type: 'cancel_declined' }],
};
