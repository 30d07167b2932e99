// The client tries once more what a charge did not do: it failed or was never answered, and the
// milestone still lacks the money. What is missing now is taken as when funding: from the prepaid
// balance if it covers all by now, else by a new charge. Never again what no longer is wanted; a
// bonus and a side of a ruling are not tried again but given again.
import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { isPositive } from '../../money/money.ts';
import { firstOf, isRejection, type Rejection, reject } from '../../rejections.ts';
import { type Contract, type Milestone, milestoneOf } from '../contract.ts';
import { isActive } from '../guards.ts';
import { missing } from '../milestone.ts';
import { hasRoom } from '../milestones/fund-milestone.ts';
import { fundsFor, nextCharge } from '../milestones/funds.ts';

/** The milestone that still lacks what its last charge was for: the one tried last. */
function stillLacking(c: Contract): Milestone | undefined {
  const lacking = (m: Milestone): boolean => {
    const last = c.charges.findLast((one) => one.milestone === m.id);
    const isOver = last?.status === 'failed' || last?.status === 'timed_out';
    const lacks = m.status === 'planned' && isPositive(missing(m));
    return isOver && lacks && isWanted(c, m.id);
  };
  return latestTried(c).find(lacking);
}

/** The milestones that charges were for, that of the last one first. */
function latestTried(c: Contract): readonly Milestone[] {
  return c.charges.toReversed().flatMap(({ milestone }) => {
    const m = milestone === null ? undefined : milestoneOf(c, milestone);
    return m === undefined ? [] : [m];
  });
}

/** While an offer waits for its answer, only the money that comes with it is charged. */
function isWanted(c: Contract, milestone: string): boolean {
  if (c.status !== 'offered') return true;
  return c.terms.fundFirst && c.milestones[0]?.id === milestone;
}

function canBeRetried(c: Contract): Rejection | null {
  const m = stillLacking(c);
  return m === undefined ? reject('no_failed_charge') : hasRoom(c, m);
}

export const retryCharge: CommandFile<'retry_charge'> = {
  who: ['client'],
  guard: (c) => firstOf(c.status === 'offered' ? null : isActive(c), canBeRetried(c)),
  decide: (c, _command, given) => {
    const m = present(stillLacking(c), 'the milestone of the failed charge');
    const funds = fundsFor(c.terms, m.id, missing(m), nextCharge(c), given);
    return isRejection(funds) ? funds : [funds];
  },
};
