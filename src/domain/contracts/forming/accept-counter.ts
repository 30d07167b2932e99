// The client accepts the freelancer's counter: the contract is active with its terms at once.
// Money that came with the offer follows them: the difference is charged or goes back.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { firstOf, isRejection } from '../../rejections.ts';
import { canBeCountered, counterIsOpen } from './counter-offer.ts';
import { firstMoney } from './first-money.ts';

export const acceptCounter: CommandFile<'accept_counter'> = {
  who: ['client'],
  guard: (c) => firstOf(canBeCountered(c), counterIsOpen(c)),
  decide: (c, _command, given) => {
    const { terms } = present(c.counter, 'the open counter');
    const money = firstMoney(c, terms, given);
    if (isRejection(money)) return money;
    return [...money.before, { type: 'counter_accepted' }, ...money.after];
  },
};
