// The client pays for a milestone, all of it or a part. Any release answers a submission. The
// fee leaves with each payment. What a part leaves over moves to the next planned milestone on an
// active contract, or is asked back on one that has ended.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { isPositive, isZero, type Money, subtract } from '../../money/money.ts';
import { afterFee } from '../../money/split.ts';
import { firstOf, isRejection, reject } from '../../rejections.ts';
import { type Contract, type Milestone, milestoneOf, withEscrow } from '../contract.ts';
import { grownRefund, shrunkRefund } from '../ending/escrow-refund.ts';
import type { ContractEvent, EventOf } from '../events.ts';
import { fromEscrow, isAccepted, isActive, isNotDisputed, isNotSettled } from '../guards.ts';

type Release = EventOf<'payment_released'>;

/** The next planned milestone after this one: where the rest of a part release goes. */
function nextPlanned(c: Contract, milestone: Milestone): Milestone | undefined {
  const index = c.milestones.indexOf(milestone);
  return c.milestones.slice(index + 1).find((m) => m.status === 'planned');
}

/** The event of paying an amount out of a milestone's escrow. The amount is within the escrow. */
export function releaseOf(c: Contract, milestone: Milestone, amount: Money): Release {
  const rest = subtract(milestone.escrow, amount);
  const next = c.status === 'active' && isPositive(rest) ? nextPlanned(c, milestone) : undefined;
  return {
    type: 'payment_released',
    milestone: milestone.id,
    amount,
    ...afterFee(amount, c.terms.policy.fee.freelancerBps),
    moved: next === undefined ? null : { to: next.id, amount: rest },
  };
}

/** What a release brings with it: on an ended contract, the request for what is left changes. */
export function afterRelease(c: Contract, release: Release): readonly ContractEvent[] {
  if (c.status !== 'ended') return [];
  const milestone = present(milestoneOf(c, release.milestone), 'the milestone');
  const rest = subtract(milestone.escrow, release.amount);
  if (milestone.status !== 'submitted') return shrunkRefund(c, release.milestone, release.amount);
  return isZero(rest) ? [] : grownRefund(c, [{ milestone: milestone.id, amount: rest }]);
}

/** After the end, what can be paid is what is still there, and not held by a dispute. */
function holdsMoney(c: Contract) {
  const holds = withEscrow(c).length > 0 || isPositive(c.money.held);
  return holds ? isAccepted(c) : isActive(c);
}

export const releasePayment: CommandFile<'release_payment'> = {
  who: ['client'],
  guard: (c) => holdsMoney(c),
  guardMilestone: (_c, m) => {
    if (isPositive(m.escrow)) return null;
    return (
      firstOf(isNotSettled(m), isNotDisputed(m)) ??
      reject('milestone_not_funded', { milestone: m.id })
    );
  },
  decide: (c, command) => {
    const milestone = present(milestoneOf(c, command.milestone), 'the milestone');
    const amount = fromEscrow(command.amount, milestone.escrow);
    if (isRejection(amount)) return amount;
    const release = releaseOf(c, milestone, amount);
    return [release, ...afterRelease(c, release)];
  },
};
