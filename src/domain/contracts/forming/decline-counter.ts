// The client declines a counter. The offer stands as it is, and so does its time.
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { canBeCountered, counterIsOpen } from './counter-offer.ts';

export const declineCounter: CommandFile<'decline_counter'> = {
  who: ['client'],
  guard: (c) => firstOf(canBeCountered(c), counterIsOpen(c)),
  decide: () => [{ type: 'counter_declined' }],
};
