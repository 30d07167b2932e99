// How messages and long silence change the state, and what counts as activity: one rule for all
// events, so that no command can forget to say that somebody is there.
import type { Instant } from '../../calendar.ts';
import type { Role } from '../../people.ts';
import type { Contract } from '../contract.ts';
import type { ContractEvent, QuietEvent } from '../events.ts';
import type { FoldsOf } from '../folds-of.ts';

export const quietFolds: FoldsOf<QuietEvent> = {
  message_sent: (c) => c,
  contract_went_dormant: (c, _, at) => ({
    ...c,
    dormancy: { since: at, step: 0, stepSince: at },
  }),
  dormancy_step_passed: (c, event, at) => begun(c, event.step, at),
  release_requested: (c, _, at) => begun(c, (c.dormancy?.step ?? 0) + 1, at),
  contract_kept_open: (c) => c,
};

function begun(c: Contract, step: number, at: Instant): Contract {
  return c.dormancy === null ? c : { ...c, dormancy: { ...c.dormancy, step, stepSince: at } };
}

/**
 * What a side does on an active contract wakes it: silence is counted anew from then. Messages do
 * where the policy counts them; a request for release does not, because it begins the next step.
 */
export function awake(c: Contract, as: Role, event: ContractEvent, at: Instant): Contract {
  if (c.status === 'ended') return c.dormancy === null ? c : { ...c, dormancy: null };
  const byParty = as === 'client' || as === 'freelancer';
  if (c.status !== 'active' || !byParty || !counts(c, event)) return c;
  return { ...c, activeAt: at, dormancy: null };
}

function counts(c: Contract, { type }: ContractEvent): boolean {
  if (type === 'message_sent') return c.terms.policy.dormancy.countsMessages;
  return type !== 'release_requested';
}
