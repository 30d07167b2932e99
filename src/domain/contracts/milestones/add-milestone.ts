// The client adds a milestone to the plan. It is a plan, told to the freelancer; what both have
// agreed on stays as it is, so it needs no agreement.
import type { CommandFile } from '../../decision.ts';
import { isRejection } from '../../rejections.ts';
import { currencyOf } from '../contract.ts';
import { milestoneTerms } from '../forming/terms.ts';
import { isActive } from '../guards.ts';

export const addMilestone: CommandFile<'add_milestone'> = {
  who: ['client'],
  guard: (c) => isActive(c),
  decide: (c, command) => {
    const taken = new Set(c.milestones.map((m) => m.id));
    const milestone = milestoneTerms(command, taken, currencyOf(c), c.terms.policy);
    return isRejection(milestone) ? milestone : [{ type: 'milestone_added', milestone }];
  },
};
