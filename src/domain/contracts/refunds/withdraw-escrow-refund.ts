// The client takes the request for escrow back: what is still requested is paid to the freelancer.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { firstOf } from '../../rejections.ts';
import { milestoneOf } from '../contract.ts';
import { isAccepted } from '../guards.ts';
import { releaseOf } from '../milestones/release-payment.ts';
import { refundIsOpen } from './approve-escrow-refund.ts';

export const withdrawEscrowRefund: CommandFile<'withdraw_escrow_refund'> = {
  who: ['client'],
  guard: (c) => firstOf(isAccepted(c), refundIsOpen(c)),
  decide: (c) => {
    const { parts } = present(c.escrowRefund, 'the open request');
    const releases = parts.map((part) =>
      releaseOf(c, present(milestoneOf(c, part.milestone), 'the milestone'), part.amount),
    );
    return [{ type: 'escrow_refund_withdrawn' }, ...releases];
  },
};
