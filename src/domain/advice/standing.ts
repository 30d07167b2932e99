// Whether somebody may give a command now, and about which milestone: the first one that it is
// allowed for, in the order of the plan. The guards that decide are asked, nobody else.

import type { Contract, Milestone } from '../contracts/contract.ts';
import { type ContractCommandName, guarded, isAboutMilestone } from '../contracts/decide.ts';
import type { Asked } from '../decision.ts';

export type Standing =
  | { readonly open: true; readonly milestone: Milestone | null }
  | { readonly open: false };

export function standingOf(c: Contract, name: ContractCommandName, asked: Asked): Standing {
  if (guarded(c, name, asked, null) !== null) return { open: false };
  if (!isAboutMilestone(name)) return { open: true, milestone: null };
  const milestone = c.milestones.find((m) => guarded(c, name, asked, m.id) === null);
  return milestone === undefined ? { open: false } : { open: true, milestone };
}

/** Whether a command is allowed, about this milestone where it is about one. */
export function isOpen(
  c: Contract,
  name: ContractCommandName,
  asked: Asked,
  milestone: string | null,
): boolean {
  return guarded(c, name, asked, isAboutMilestone(name) ? milestone : null) === null;
}
