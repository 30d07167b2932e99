// Either party proposes other terms for an active contract: a patch of the plan or of the scope.
// It changes nothing until the other side accepts it; a newer one of one's own replaces it.
import type { CommandFile } from '../../decision.ts';
import { firstOf, isRejection } from '../../rejections.ts';
import { isActive, otherHasNoneOpen, sideOf } from '../guards.ts';
import { patchOf } from './patch.ts';

export const proposeChange: CommandFile<'propose_change'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) => firstOf(isActive(c), otherHasNoneOpen(c.change, asked)),
  decide: (c, command) => {
    const patch = patchOf(c, command);
    if (isRejection(patch)) return patch;
    const party = sideOf(command.by);
    return [{ type: 'change_proposed', party, patch, note: command.note ?? null }];
  },
};
