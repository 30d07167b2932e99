// How the events of changes of terms change the state of a contract.
import type { Instant } from '../../calendar.ts';
import { compare } from '../../money/money.ts';
import {
  type Contract,
  type Milestone,
  type MilestoneTerms,
  type ProposalStatus,
  plannedMilestone,
} from '../contract.ts';
import type { EventOf } from '../events.ts';
import { byEscrow, withTerms } from '../milestone.ts';

export function changeProposed(
  c: Contract,
  event: EventOf<'change_proposed'>,
  at: Instant,
): Contract {
  const { party, patch, note } = event;
  return { ...c, change: { status: 'open', by: party, at, patch, note } };
}

export function changeAnswered(c: Contract, status: ProposalStatus): Contract {
  return c.change === null ? c : { ...c, change: { ...c.change, status } };
}

/** A charge that is on its way for another amount has lost its reason. */
function changed(milestone: Milestone, terms: MilestoneTerms): Milestone {
  const next = { ...withTerms(milestone, terms), agreed: true };
  const same = compare(milestone.amount, terms.amount) === 0;
  const byMoney = next.status === 'planned' || next.status === 'funding';
  return byMoney && !same ? byEscrow(next) : next;
}

/** New terms: known milestones keep their money, new ones are planned, removed ones are gone. */
export function changeAccepted(c: Contract, event: EventOf<'change_accepted'>): Contract {
  const { terms } = event;
  const removed = c.change?.patch.remove ?? [];
  const kept = c.milestones
    .filter((milestone) => !removed.includes(milestone.id))
    .map((milestone) => {
      const wanted = terms.milestones.find((one) => one.id === milestone.id);
      return wanted === undefined ? milestone : changed(milestone, wanted);
    });
  const fresh = terms.milestones
    .filter((wanted) => !c.milestones.some((milestone) => milestone.id === wanted.id))
    .map((wanted) => plannedMilestone(wanted, true));
  return changeAnswered({ ...c, terms, milestones: [...kept, ...fresh] }, 'approved');
}
