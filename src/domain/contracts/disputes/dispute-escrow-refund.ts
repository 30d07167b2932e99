// The freelancer disputes what the client asks back: all of it or a part. The disputed amount is
// held, in the order of the plan; the rest goes back at once.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { firstOf, isRejection, reject } from '../../rejections.ts';
import { currencyOf, requestedBack } from '../contract.ts';
import { returnEscrow } from '../ending/return-escrow.ts';
import { fromEscrow, isAccepted } from '../guards.ts';
import { refundIsOpen } from '../refunds/approve-escrow-refund.ts';
import { splitParts } from './divide.ts';
import { escrowDisputed } from './open-dispute.ts';

export const disputeEscrowRefund: CommandFile<'dispute_escrow_refund'> = {
  who: ['freelancer'],
  guard: (c) => firstOf(isAccepted(c), refundIsOpen(c)),
  decide: (c, command) => {
    const { statement } = command;
    if (statement === undefined) return reject('note_missing', {}, 'statement');
    const refund = present(c.escrowRefund, 'the open request');
    const amount = fromEscrow(command.amount, requestedBack(refund, currencyOf(c)));
    if (isRejection(amount)) return amount;
    const { paid: disputed, returned } = splitParts(refund.parts, amount);
    return [
      { type: 'escrow_refund_disputed' },
      escrowDisputed(c, 'freelancer', statement, disputed),
      ...returnEscrow(c, returned),
    ];
  },
};
