// Either party proposes to end the contract together, and says how much of what is held goes to
// the freelancer then; the rest goes back. Nothing happens until the other side accepts.
import type { CommandFile } from '../../decision.ts';
import { compare, type Money } from '../../money/money.ts';
import { firstOf, isRejection, type Rejection, reject } from '../../rejections.ts';
import { type Contract, currencyOf } from '../contract.ts';
import { amountOrNothing, isActive, otherHasNoneOpen, sideOf } from '../guards.ts';

/** An active contract whose policy knows a mutual end. */
export function canBeCancelled(c: Contract): Rejection | null {
  const known = c.terms.policy.cancel !== null;
  return firstOf(isActive(c), known ? null : reject('cancel_not_allowed'));
}

/** A split takes from what is held; it may have shrunk since it was proposed. */
export function isHeld(c: Contract, amount: Money, field?: string): Rejection | null {
  const { escrow } = c.money;
  const tooMuch = compare(amount, escrow) > 0;
  return tooMuch ? reject('amount_exceeds_escrow', { escrow, amount }, field) : null;
}

export const proposeCancel: CommandFile<'propose_cancel'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) => firstOf(canBeCancelled(c), otherHasNoneOpen(c.cancel, asked)),
  decide: (c, command) => {
    const { note = null, to_freelancer: share = '0' } = command;
    const amount = amountOrNothing(share, currencyOf(c), 'to_freelancer');
    if (isRejection(amount)) return amount;
    const refused = isHeld(c, amount, 'to_freelancer');
    if (refused !== null) return refused;
    return [{ type: 'cancel_proposed', party: sideOf(command.by), to_freelancer: amount, note }];
  },
};
