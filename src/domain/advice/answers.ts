// Roads that one cannot go alone: who answers, what their agreement would do, and what comes of
// their silence. Agreement is the command with which the other side would agree; silence is the
// deadline that begins with the road and waits for an answer.
import type { Instant } from '../calendar.ts';
import type { CommandName } from '../contracts/commands.ts';
import type { Deadline, DeadlineKind } from '../contracts/deadlines.ts';
import type { Given } from '../given.ts';
import { largest, money } from '../money/money.ts';
import { otherParty, type Party } from '../people.ts';
import { isRejection } from '../rejections.ts';
import { aheadOf, closesAt } from './ahead.ts';
import { type Effect, effectOf, effectOfCommand, keyOf } from './effect.ts';
import { isCommand, openThings, sketched } from './roads.ts';
import { standingOf } from './standing.ts';

/** The commands with which the other side agrees to what a command proposes or asks. */
const agreements: Readonly<Partial<Record<CommandName, CommandName>>> = {
  revise_offer: 'accept_offer',
  counter_offer: 'accept_counter',
  propose_change: 'accept_change',
  submit_work: 'release_payment',
  propose_cancel: 'accept_cancel',
  propose_reopen: 'accept_reopen',
  end_contract: 'approve_escrow_refund',
  request_payment: 'pay_bonus',
  request_refund: 'give_refund',
  dispute_escrow_refund: 'answer_dispute',
  dispute_milestone: 'answer_dispute',
  request_mediation: 'answer_dispute',
  offer_settlement: 'accept_settlement',
  accept_recommendation: 'accept_recommendation',
};

/** Deadlines that wait for somebody's answer, so that their coming is silence. */
const answerKinds: readonly DeadlineKind[] = [
  ...(['offer_expires', 'change_answer_ends', 'cancel_answer_ends'] as const),
  ...(['reopen_answer_ends', 'review_ends', 'escrow_refund_answer_ends'] as const),
  ...(['dispute_answer_ends', 'recommendation_due', 'mediation_answer_ends'] as const),
  ...(['arbitration_opt_in_ends', 'ruling_due', 'dormancy_step_ends'] as const),
];

export type Agreed = Effect & {
  readonly by: Party;
  readonly command: CommandName;
  /** Until when they can agree, if nothing else happens; null when silence never closes it. */
  readonly until: Instant | null;
};
export type Silent = Effect & { readonly deadline: Deadline };

/** Whoever agrees to pay has enough for it: what somebody has is told to nobody else. */
function enough(given: Given): Given {
  const plenty = (currency: string) => money(largest * 1000n, currency);
  return { ...given, clientAvailable: plenty, freelancerAvailable: plenty };
}

/** The dispute or the request that has just been opened: that is what is answered. */
export function newestOf({ before, step }: Effect): string | undefined {
  const known = new Set(openThings(before));
  return openThings(step.state).find((id) => !known.has(id));
}

/** What the other side's agreement would do; null where there is nothing to agree to. */
export function ifAgreed(name: CommandName, done: Effect, as: Party, given: Given): Agreed | null {
  const after = done.step.state;
  const command = agreements[name];
  if (command === undefined || !isCommand(command)) return null;
  const by = otherParty(as);
  const asked = { by: { as: by, person: after[by] }, now: given.now };
  const standing = standingOf(after, command, asked);
  if (!standing.open) return null;
  const about = newestOf(done);
  const made = sketched(after, command, { ...asked, milestone: standing.milestone, about });
  if (made === null) return null;
  const effect = effectOfCommand(after, made.command, enough(given));
  if (isRejection(effect)) return null;
  const ahead = aheadOf(after, done.forecast, given.now);
  const milestone = standing.milestone?.id ?? null;
  const until = closesAt(ahead, { name: command, by: asked.by, milestone })?.at ?? null;
  return { ...effect, by, command, until };
}

/** What silence then leads to: the first deadline of the road's own that waits for an answer. */
export function ifSilent(done: Effect, given: Given): Silent | null {
  const begun = new Set(done.begins.filter(({ what }) => answerKinds.includes(what)).map(keyOf));
  const index = done.forecast.findIndex(({ deadline }) => begun.has(keyOf(deadline)));
  const found = done.forecast[index];
  if (found === undefined) return null;
  const before = done.forecast[index - 1]?.step.state ?? done.step.state;
  const { deadline, step } = found;
  return { ...effectOf(before, step, deadline.at, given), deadline };
}
