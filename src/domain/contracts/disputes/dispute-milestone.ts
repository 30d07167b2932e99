// The freelancer disputes a milestone of an active contract, once changes were requested as often
// as the policy bears. All its escrow is held; it still counts as funded until it is decided.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { isPositive } from '../../money/money.ts';
import { firstOf, type Rejection, reject } from '../../rejections.ts';
import { type Contract, type Milestone, milestoneOf } from '../contract.ts';
import { isActive, isNotDisputed, isNotSettled } from '../guards.ts';
import { escrowDisputed } from './open-dispute.ts';

function holdsMoney(m: Milestone): Rejection | null {
  return isPositive(m.escrow) ? null : reject('milestone_not_funded', { milestone: m.id });
}

/** Where changes may be requested without end, there is no such dispute. */
function isExhausted(c: Contract, m: Milestone): Rejection | null {
  const most = c.terms.policy.review.maxChanges;
  if (most !== null && m.changesRequested >= most) return null;
  const facts = { milestone: m.id, requested: m.changesRequested };
  return reject('changes_not_exhausted', most === null ? facts : { ...facts, most });
}

export const disputeMilestone: CommandFile<'dispute_milestone'> = {
  who: ['freelancer'],
  guard: (c) => isActive(c),
  guardMilestone: (c, m) =>
    firstOf(isNotSettled(m), isNotDisputed(m), holdsMoney(m), isExhausted(c, m)),
  decide: (c, { milestone, statement }) => {
    if (statement === undefined) return reject('note_missing', {}, 'statement');
    const { escrow } = present(milestoneOf(c, milestone), 'the milestone');
    return [escrowDisputed(c, 'freelancer', statement, [{ milestone, amount: escrow }])];
  },
};
