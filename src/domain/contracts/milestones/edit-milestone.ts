// The client changes a planned milestone alone: its title, its due date, its amount. Those agreed
// with the offer or by a change need the freelancer's agreement where the policy says so.

import { present } from '../../assert.ts';
import type { CommandFile } from '../../decision.ts';
import { compare } from '../../money/money.ts';
import { firstOf, isRejection, reject } from '../../rejections.ts';
import type { CommandOf } from '../commands.ts';
import { type Contract, type Milestone, milestoneOf } from '../contract.ts';
import { milestoneAmount } from '../forming/terms.ts';
import { isActive, isNotDisputed, isNotSettled } from '../guards.ts';
import { covered } from '../milestone.ts';
import { notFundedYet } from './fund-milestone.ts';

/** Whether the client may change this milestone of the plan without asking. */
export function isPlain(c: Contract, m: Milestone) {
  const asks = c.terms.policy.milestone.edit === 'mutual' && m.agreed;
  return firstOf(
    isNotSettled(m),
    isNotDisputed(m),
    notFundedYet(m),
    asks ? reject('change_needs_agreement', { milestone: m.id }) : null,
  );
}

/** The new amount: at least the minimum, and no less than what has come in for it. */
function amountOf(c: Contract, m: Milestone, text: string) {
  const amount = milestoneAmount(text, m.amount.currency, c.terms.policy);
  if (isRejection(amount) || compare(amount, covered(m)) >= 0) return amount;
  return reject('amount_below_minimum', { minimum: covered(m) }, 'amount');
}

function edited(m: Milestone, command: CommandOf<'edit_milestone'>) {
  const { title = m.title, due = m.due } = command;
  return { id: m.id, title, amount: m.amount, due };
}

export const editMilestone: CommandFile<'edit_milestone'> = {
  who: ['client'],
  guard: (c) => isActive(c),
  guardMilestone: (c, m) => isPlain(c, m),
  decide: (c, command) => {
    const m = present(milestoneOf(c, command.milestone), 'the milestone');
    const amount = command.amount === undefined ? m.amount : amountOf(c, m, command.amount);
    if (isRejection(amount)) return amount;
    return [{ type: 'milestone_edited', milestone: { ...edited(m, command), amount } }];
  },
};
