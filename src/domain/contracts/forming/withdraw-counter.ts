// The freelancer takes a counter back. The offer stands as it is.
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { canBeCountered, counterIsOpen } from './counter-offer.ts';

export const withdrawCounter: CommandFile<'withdraw_counter'> = {
  who: ['freelancer'],
  guard: (c) => firstOf(canBeCountered(c), counterIsOpen(c)),
  decide: () => [{ type: 'counter_withdrawn' }],
};
