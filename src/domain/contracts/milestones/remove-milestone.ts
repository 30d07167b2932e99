// The client takes a planned milestone out of the plan. One with money in it stays: the money would
// have nowhere to be.
import type { CommandFile } from '../../decision.ts';
import { isPositive } from '../../money/money.ts';
import { firstOf, reject } from '../../rejections.ts';
import type { Milestone } from '../contract.ts';
import { isActive, isNotDisputed, isNotSettled } from '../guards.ts';
import { isPlain } from './edit-milestone.ts';

function holdsNothing(m: Milestone) {
  return isPositive(m.escrow) ? reject('milestone_already_funded', { milestone: m.id }) : null;
}

export const removeMilestone: CommandFile<'remove_milestone'> = {
  who: ['client'],
  guard: (c) => isActive(c),
  guardMilestone: (c, m) =>
    firstOf(isNotSettled(m), isNotDisputed(m), holdsNothing(m), isPlain(c, m)),
  decide: (_c, command) => [{ type: 'milestone_removed', milestone: command.milestone }],
};
