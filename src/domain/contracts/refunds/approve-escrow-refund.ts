// The freelancer agrees that the escrow which was asked for goes back to the client.
import type { CommandFile } from '../../decision.ts';
import { firstOf, reject } from '../../rejections.ts';
import type { Contract } from '../contract.ts';
import { returnEscrow } from '../ending/return-escrow.ts';
import { isAccepted } from '../guards.ts';

/** Refuses when no request waits for an answer, and says so when one has lapsed. */
export function refundIsOpen(c: Contract) {
  if (c.escrowRefund?.status === 'open') return null;
  return c.escrowRefund?.status === 'lapsed'
    ? reject('proposal_has_lapsed')
    : reject('no_refund_request');
}

export const approveEscrowRefund: CommandFile<'approve_escrow_refund'> = {
  who: ['freelancer'],
  guard: (c) => firstOf(isAccepted(c), refundIsOpen(c)),
  decide: (c) => [
    { type: 'escrow_refund_approved' },
    ...returnEscrow(c, c.escrowRefund?.parts ?? []),
  ],
};
