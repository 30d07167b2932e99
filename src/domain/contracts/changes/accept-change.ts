// The other side accepts a change: the terms have a new version, and the money follows at once.
// The contract may have changed since it was proposed, so everything is judged anew.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { firstOf, isRejection } from '../../rejections.ts';
import { isActive, isAnswerable } from '../guards.ts';
import { changeMoney } from './change-money.ts';
import { judgePatch, patchedTerms } from './patch.ts';

export const acceptChange: CommandFile<'accept_change'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) => firstOf(isActive(c), isAnswerable(c.change, 'no_change_pending', asked)),
  decide: (c, _command, given) => {
    const { patch } = present(c.change, 'the open change');
    const refused = judgePatch(c, patch);
    if (refused !== null) return refused;
    const terms = patchedTerms(c, patch);
    const money = changeMoney(c, terms, given);
    return isRejection(money) ? money : [{ type: 'change_accepted', terms }, ...money];
  },
};
