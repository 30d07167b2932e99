// A side pays its cost of a ruling after mediation about escrow has failed. When both have, a
// ruling is due; when only one has by the end of the window, that one gets the money.
import { firstOf, isRejection, type Rejection, reject } from '../../../rejections.ts';
import type { Contract } from '../../contract.ts';
import { sideOf } from '../../guards.ts';
import type { Dispute } from '../dispute.ts';
import { isIn, onDispute } from '../which-dispute.ts';
import { costOnItsWay, costPaid } from './arbitration-charge.ts';

function hasNotPaid(c: Contract, dispute: Dispute, by: 'client' | 'freelancer'): Rejection | null {
  const paid = dispute.costs[by] !== null || costOnItsWay(c, dispute, by) !== undefined;
  return paid ? reject('arbitration_already_paid', { dispute: dispute.id }) : null;
}

export const payArbitration = onDispute<'pay_arbitration'>({
  who: ['client', 'freelancer'],
  look: (c, dispute, { by }) =>
    firstOf(isIn(dispute, 'arbitration'), hasNotPaid(c, dispute, sideOf(by))),
  decide: (c, dispute, { by }, given) => {
    const paid = costPaid(c, dispute, sideOf(by), given);
    return isRejection(paid) ? paid : [paid];
  },
});
