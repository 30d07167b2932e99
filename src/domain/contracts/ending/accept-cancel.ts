// The other side accepts to end together: what was proposed is paid out of the milestones in the
// order of the plan, the rest goes back, and the contract has ended by both. Nobody owes feedback.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { withEscrow } from '../contract.ts';
import { isAnswerable } from '../guards.ts';
import { paidInOrder } from './paid-in-order.ts';
import { canBeCancelled, isHeld } from './propose-cancel.ts';
import { returnEscrow } from './return-escrow.ts';

export const acceptCancel: CommandFile<'accept_cancel'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) => firstOf(canBeCancelled(c), isAnswerable(c.cancel, 'no_proposal', asked)),
  decide: (c) => {
    const { toFreelancer } = present(c.cancel, 'the open proposal');
    const refused = isHeld(c, toFreelancer);
    if (refused !== null) return refused;
    const { releases, rest } = paidInOrder(c, withEscrow(c), toFreelancer);
    // The end comes last: whether the contract counts as cancelled depends on what was paid.
    return [
      { type: 'cancel_accepted' },
      ...releases,
      ...returnEscrow(c, rest),
      { type: 'contract_ended', by: 'both', reason: 'mutual' },
    ];
  },
};
