// Mediation fails by a declined recommendation or by silence. Held escrow then goes to arbitration;
// about money that was paid already nobody rules, and it stays where it is.
import type { Contract } from '../../contract.ts';
import type { ContractEvent } from '../../events.ts';
import { closed } from '../close-dispute.ts';
import type { Dispute } from '../dispute.ts';

export function mediationFails(c: Contract, dispute: Dispute): readonly ContractEvent[] {
  const failed: ContractEvent = { type: 'mediation_failed', dispute: dispute.id };
  return dispute.about === 'escrow'
    ? [failed]
    : [failed, ...closed(c, dispute, 'failed', dispute.amount)];
}
