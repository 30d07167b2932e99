// The client asks for changes to submitted work. The review ends and the milestone is funded again.
// On a contract that has ended nothing can be submitted any more: there all that the milestone
// holds is asked back instead.

import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { firstOf, reject } from '../../rejections.ts';
import { type Contract, milestoneOf } from '../contract.ts';
import { grownRefund } from '../ending/escrow-refund.ts';
import { isAccepted, isActive, isNotDisputed, isNotSettled, isSubmitted } from '../guards.ts';

/** After the end, only work that still is under review can be answered. */
function canBeAnswered(c: Contract) {
  const reviewed = c.milestones.some((m) => m.status === 'submitted');
  return reviewed ? isAccepted(c) : isActive(c);
}

export const requestChanges: CommandFile<'request_changes'> = {
  who: ['client'],
  guard: (c) => canBeAnswered(c),
  guardMilestone: (_c, m) => firstOf(isNotSettled(m), isNotDisputed(m), isSubmitted(m)),
  decide: (c, command) => {
    const { note, milestone } = command;
    if (note === undefined) return reject('note_missing', {}, 'note');
    const { escrow } = present(milestoneOf(c, milestone), 'the milestone');
    const asked = c.status === 'ended' ? grownRefund(c, [{ milestone, amount: escrow }]) : [];
    return [{ type: 'changes_requested', milestone, note }, ...asked];
  },
};
