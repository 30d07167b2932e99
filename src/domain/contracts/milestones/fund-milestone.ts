// The client funds a milestone: what is missing of its amount moves to escrow. At most as many
// are funded at a time as the policy allows.
import type { CommandFile } from '../../decision.ts';
import { firstOf, isRejection, reject } from '../../rejections.ts';
import { type Contract, isFunded, type Milestone, milestoneOf } from '../contract.ts';
import { isActive, isNotDisputed, isNotSettled } from '../guards.ts';
import { missing } from '../milestone.ts';
import { fundsFor, nextCharge } from './funds.ts';

/** Whether there is anything left to fund. */
export function notFundedYet(m: Milestone) {
  return isFunded(m) ? reject('milestone_already_funded', { milestone: m.id }) : null;
}

/** As many at a time as the policy allows, and no more. */
export function hasRoom(c: Contract, m: Milestone) {
  const others = c.milestones.filter((other) => other.id !== m.id && isFunded(other));
  const [first] = others;
  const full = others.length >= c.terms.policy.milestone.maxFunded && first !== undefined;
  return full ? reject('another_milestone_is_funded', { milestone: first.id }) : null;
}

export const fundMilestone: CommandFile<'fund_milestone'> = {
  who: ['client'],
  guard: (c) => isActive(c),
  guardMilestone: (c, m) =>
    firstOf(isNotSettled(m), isNotDisputed(m), notFundedYet(m), hasRoom(c, m)),
  decide: (c, command, given) => {
    const milestone = milestoneOf(c, command.milestone);
    if (milestone === undefined) return reject('milestone_not_found', {}, 'milestone');
    const funds = fundsFor(c.terms, milestone.id, missing(milestone), nextCharge(c), given);
    return isRejection(funds) ? funds : [funds];
  },
};
