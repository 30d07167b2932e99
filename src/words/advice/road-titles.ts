// What a road is called, and why somebody would take it: one line before the numbers. A road that
// is simply its command is called like it.
import type { RoadName } from '../../domain/advice/roads.ts';
import { otherParty } from '../../domain/people.ts';
import { commandHint, commandLabel, hasWords } from '../commands.ts';
import { type Scene, titleOf } from '../scene.ts';

/** The other side, as the one who reads would name them. */
export function otherOf(scene: Scene): string {
  return scene.names[otherParty(scene.viewer === 'freelancer' ? 'freelancer' : 'client')];
}

type Title = (other: string, milestone: string) => string;

const titles: Readonly<Partial<Record<RoadName, Title>>> = {
  send_message: (other) => `Talk to ${other}`,
  ask_clarification: () => 'Ask what is meant',
  answer_clarification: () => 'Answer the question',
  extend: () => 'Propose a later due date',
  propose_change: () => 'Propose other terms',
  part_release: (_, title) => `Pay a part of ${title}`,
  release_payment: (_, title) => `Release a payment for ${title}`,
  submit_work: (_, title) => `Submit ${title}`,
  request_changes: (_, title) => `Ask for changes to ${title}`,
  withdraw_submission: (_, title) => `Take the submission of ${title} back`,
  fund_milestone: (_, title) => `Fund ${title}`,
  dispute_milestone: (_, title) => `Dispute ${title}`,
  propose_cancel: () => 'Propose to end together',
  end_contract: () => 'End the contract',
  end_and_pay: () => 'End it and pay what is held',
  pay_bonus: () => 'Pay a bonus',
  request_payment: (other) => `Ask ${other} for a payment`,
  request_refund: (other) => `Ask ${other} for money back`,
  give_refund: () => 'Give money back',
  answer_dispute: (other) => `Give in to ${other}`,
  contest_dispute: () => 'Contest it',
  propose_reopen: () => 'Propose to reopen it together',
  rehire: () => 'Begin a new contract',
  keep_open: () => 'Keep it open',
  request_release: () => 'Ask for the money',
};

export function roadTitle(road: RoadName, scene: Scene, milestone = ''): string {
  const title = titles[road];
  return title === undefined
    ? commandLabel(road)
    : title(otherOf(scene), titleOf(scene, milestone));
}

const reasons: Readonly<Partial<Record<RoadName, string>>> = {
  send_message: 'Costs nothing; it is kept beside the contract.',
  ask_clarification: 'While your question is open, a due date that passes makes nobody late.',
  extend: 'Nobody is late before the new date.',
  part_release: 'For work that is partly as agreed.',
  pay_bonus: 'Beside the plan, and never protected.',
  rehire: 'The same terms to begin from; this contract stays as it is.',
  request_mediation: 'A mediator looks at it and recommends; nobody is made to pay.',
  contest_dispute: 'It then goes to mediation.',
  give_feedback: 'Sealed until both have given theirs or the time is over.',
  submit_evidence: 'Whoever decides sees it; it moves nothing by itself.',
  request_changes: 'The review stops; the next submission starts a new one.',
  withdraw_submission: 'The review stops; the money stays held.',
};

/** Why somebody would, in a line; empty where the consequences say it all. */
export function roadReason(road: RoadName): string {
  return reasons[road] ?? '';
}

/** What the command leads to, for a road of which there is nothing else to say. */
export function roadHint(road: RoadName): string {
  return hasWords(road) ? commandHint(road) : 'No money moves.';
}
