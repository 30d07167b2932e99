// The other side does not want the contract opened again. It stays ended.
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { hasEnded, isAnswerable } from '../guards.ts';

export const declineReopen: CommandFile<'decline_reopen'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) => firstOf(hasEnded(c), isAnswerable(c.reopen, 'no_proposal', asked)),
  decide: () => [{ type: 'reopen_declined' }],
};
