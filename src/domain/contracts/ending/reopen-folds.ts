// How a proposal to reopen and the reopening change the state. Both sides' sealed feedback is
// discarded with its reference: nothing leads to its text any more.
import type { Contract, Milestone, ProposalStatus } from '../contract.ts';
import { noFeedback } from '../contract.ts';
import type { ReopenEvent } from '../events.ts';
import type { FoldsOf } from '../folds-of.ts';

export const reopenFolds: FoldsOf<ReopenEvent> = {
  reopen_proposed: (c, { party, note }, at) => ({
    ...c,
    reopen: { status: 'open', by: party, at, note },
  }),
  reopen_declined: (c) => answered(c, 'declined'),
  reopen_withdrawn: (c) => answered(c, 'withdrawn'),
  reopen_lapsed: (c) => answered(c, 'lapsed'),
  contract_reopened: (c) => ({
    ...answered(c, 'approved'),
    status: 'active',
    outcome: null,
    milestones: c.milestones.map(plannedAgain),
    feedback: noFeedback,
  }),
};

function answered(c: Contract, status: ProposalStatus): Contract {
  return c.reopen === null ? c : { ...c, reopen: { ...c.reopen, status } };
}

/** What was given up is a plan again. Its escrow has gone back, and stays there. */
function plannedAgain(m: Milestone): Milestone {
  if (m.status !== 'void' && m.status !== 'refunded') return m;
  return { ...m, status: 'planned', submittedAt: null, overdueSince: null };
}
