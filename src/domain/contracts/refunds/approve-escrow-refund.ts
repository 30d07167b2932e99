// The freelancer agrees that the escrow which was asked for goes back to the client.
import type { CommandFile } from '../../decision.ts';
import { isPositive } from '../../money/money.ts';
import { firstOf, reject } from '../../rejections.ts';
import type { Contract } from '../contract.ts';
import { returnEscrow } from '../ending/return-escrow.ts';
import { isAccepted } from '../guards.ts';

/** A request for escrow that waits for its answer. */
export function refundIsOpen(c: Contract) {
  const status = c.escrowRefund?.status;
  if (status === 'open') return null;
  if (status === 'disputed' && isPositive(c.money.held)) return reject('escrow_is_disputed');
  return reject(status === 'lapsed' ? 'proposal_has_lapsed' : 'no_refund_request');
}

export const approveEscrowRefund: CommandFile<'approve_escrow_refund'> = {
  who: ['freelancer'],
  guard: (c) => firstOf(isAccepted(c), refundIsOpen(c)),
  decide: (c) => [
    { type: 'escrow_refund_approved' },
    ...returnEscrow(c, c.escrowRefund?.parts ?? []),
  ],
};
