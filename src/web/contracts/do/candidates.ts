// Which milestones a command can be about now. Only to offer a choice: whether a command really
// is allowed for one of them is the domain's to say.
import { isZeroAmount } from '../../../words/money.ts';
import { type MilestoneEntry, milestonesOf, type Room } from '../room.ts';

const planned = ({ status }: MilestoneEntry) => status === 'planned';
const submitted = ({ status }: MilestoneEntry) => status === 'submitted';

/** Of the commands that are about one milestone: those that it may be. */
const mayBe: Readonly<Record<string, (milestone: MilestoneEntry, room: Room) => boolean>> = {
  fund_milestone: planned,
  edit_milestone: (one, room) => planned(one) && isPlanOnly(one, room),
  remove_milestone: (one, room) =>
    planned(one) && isZeroAmount(one.escrow) && isPlanOnly(one, room),
  submit_work: ({ status }) => status === 'funded' || status === 'submitted',
  withdraw_submission: submitted,
  request_changes: submitted,
  release_payment: ({ escrow }) => !isZeroAmount(escrow),
  dispute_milestone: ({ escrow, changes_requested: count }, { view }) =>
    !isZeroAmount(escrow) && count >= (view.policy.review.max_changes ?? Number.POSITIVE_INFINITY),
};

function isPlanOnly({ agreed }: MilestoneEntry, { view }: Room): boolean {
  return !agreed || view.policy.milestone.edit === 'client';
}

export function isAboutMilestone(command: string): boolean {
  return Object.hasOwn(mayBe, command);
}

export function candidatesFor(command: string, room: Room): readonly MilestoneEntry[] {
  const fits = mayBe[command];
  if (fits === undefined) return [];
  return milestonesOf(room).filter((milestone) => fits(milestone, room));
}
