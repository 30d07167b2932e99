// Long silence and what came before, as everybody sees it: the step that dormancy is in, and the
// contract that this one continues.
import type { Contract } from '../contract.ts';
import { stepOf } from '../dormancy/quiet.ts';
import { maybe } from './parts.ts';
import type { ContractView } from './view.ts';

export function dormancySeen(c: Contract): Pick<ContractView, 'dormancy'> {
  const now = stepOf(c);
  if (now === null || c.dormancy === null) return {};
  return {
    dormancy: {
      since: `${c.dormancy.since}`,
      who: now.step.who,
      until: `${now.ends}`,
      may_request_release: now.step.mayRequestRelease,
    },
  };
}

export function linksSeen(c: Contract): Pick<ContractView, 'links'> {
  return { links: maybe('rehire_of', c.rehireOf) };
}
