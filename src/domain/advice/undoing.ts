// Whether what a road does can be undone: by oneself and until when, only together with the other
// side, or not at all. The way back is a command, and the contract after the road is asked whether
// it is allowed there.
import { earliest, type Instant } from '../calendar.ts';
import type { CommandName, ContractCommand } from '../contracts/commands.ts';
import type { Contract } from '../contracts/contract.ts';
import type { Given } from '../given.ts';
import type { Actor } from '../people.ts';
import { isRejection } from '../rejections.ts';
import { type Ahead, aheadOf, closesAt, opensAt } from './ahead.ts';
import { newestOf } from './answers.ts';
import { type Effect, effectOfCommand } from './effect.ts';
import { isCommand, sketched } from './roads.ts';
import { isOpen, standingOf } from './standing.ts';

export type Undoing =
  /** By oneself, with this command, until then (null: as long as nothing else happens). */
  | { readonly how: 'alone'; readonly command: CommandName; readonly until: Instant | null }
  /** Only if the other side agrees to this. */
  | { readonly how: 'together'; readonly command: CommandName; readonly until: Instant | null }
  /** Money has moved for good, or something has come to its end. */
  | { readonly how: 'final' }
  /** Nothing is lost by it: no money has moved for good, and what was possible still is. */
  | { readonly how: 'harmless' };

const takesBack: Readonly<Partial<Record<CommandName, CommandName>>> = {
  counter_offer: 'withdraw_counter',
  propose_change: 'withdraw_change',
  propose_cancel: 'withdraw_cancel',
  propose_reopen: 'withdraw_reopen',
  submit_work: 'withdraw_submission',
  add_milestone: 'remove_milestone',
  edit_milestone: 'edit_milestone',
  request_payment: 'withdraw_payment_request',
  request_refund: 'withdraw_refund_request',
  dispute_escrow_refund: 'withdraw_dispute',
  dispute_milestone: 'withdraw_dispute',
  request_mediation: 'withdraw_dispute',
};

const asksBack: Readonly<Partial<Record<CommandName, CommandName>>> = {
  accept_change: 'propose_change',
  accept_offer: 'propose_cancel',
  accept_counter: 'propose_cancel',
  fund_milestone: 'propose_cancel',
  retry_charge: 'propose_cancel',
  end_contract: 'propose_reopen',
  accept_cancel: 'propose_reopen',
  release_payment: 'request_refund',
  withdraw_escrow_refund: 'request_refund',
  pay_bonus: 'request_refund',
};

/** Moves neither money nor the end: what was said stays said, and more can be said. */
const harmless: readonly CommandName[] = [
  ...(['send_message', 'ask_clarification', 'answer_clarification'] as const),
  ...(['submit_evidence', 'keep_open', 'decline_change', 'decline_cancel'] as const),
  ...(['decline_counter', 'decline_reopen', 'decline_payment_request', 'decline_refund'] as const),
  ...(['request_changes', 'offer_settlement', 'request_release', 'report_feedback'] as const),
  ...(['submit_work', 'withdraw_submission', 'withdraw_change', 'withdraw_cancel'] as const),
  ...(['withdraw_reopen', 'withdraw_payment_request', 'withdraw_refund_request'] as const),
  ...(['allow_feedback_change', 'withdraw_counter', 'retry_charge', 'rehire'] as const),
];

export type Taken = {
  readonly command: ContractCommand;
  readonly done: Effect;
  readonly by: Actor;
  readonly given: Given;
};

export function undoingOf(taken: Taken): Undoing {
  const { type } = taken.command;
  if (type === 'rehire') return { how: 'harmless' };
  const back = takesBack[type];
  const alone = back === undefined ? null : wayBack(back, taken);
  if (alone !== null && leadsBack(alone.command, taken)) return { how: 'alone', ...alone };
  const asking = asksBack[type];
  const together =
    asking === undefined ? null : (wayBack(asking, taken) ?? wayLater(asking, taken));
  if (together !== null) return { how: 'together', ...together };
  return { how: harmless.includes(type) ? 'harmless' : 'final' };
}

type Way = { readonly command: CommandName; readonly until: Instant | null };

/** The way back, where it is open; until when it is, and whoever agrees to it can. */
function wayBack(name: CommandName, { command, done, by, given }: Taken): Way | null {
  if (!isCommand(name)) return null;
  const { state } = done.step;
  const asked = { by, now: done.at };
  const milestone = milestoneOf(command, done);
  if (!isOpen(state, name, asked, milestone) || !standingOf(state, name, asked).open) return null;
  const ahead = aheadOf(state, done.forecast, done.at);
  const ends = [closesAt(ahead, { name, by, milestone })?.at ?? null];
  if (name === 'request_refund') ends.push(givenBackUntil(state, ahead, given));
  return { command: name, until: earliest(ends.flatMap((at) => at ?? [])) };
}

/** A way back that opens by silence: reopening waits until the money is settled. */
function wayLater(name: CommandName, { done, by }: Taken): Way | null {
  if (!isCommand(name)) return null;
  const ahead = aheadOf(done.step.state, done.forecast, done.at);
  const opening = opensAt(ahead, { name, by });
  if (opening === null || opening.state.id !== done.before.id) return null;
  const after = ahead.slice(ahead.indexOf(opening));
  return { command: name, until: closesAt(after, { name, by, milestone: null })?.at ?? null };
}

/** Asking is free; it is the giving that has a window. */
function givenBackUntil(state: Contract, ahead: readonly Ahead[], given: Given): Instant | null {
  const by: Actor = { as: 'freelancer', person: state.freelancer };
  if (!isCommand('give_refund') || !isOpen(state, 'give_refund', { by, now: given.now }, null)) {
    return null;
  }
  return closesAt(ahead, { name: 'give_refund', by, milestone: null })?.at ?? null;
}

/** Whether taking it back leaves the money and the plan as they were before. */
function leadsBack(name: CommandName, { command, done, by, given }: Taken): boolean {
  const { state } = done.step;
  const id = milestoneOf(command, done);
  const milestone = state.milestones.find((m) => m.id === id) ?? null;
  const about = newestOf(done);
  const made = sketched(state, name, { by, now: done.at, milestone, about });
  if (made === null) return false;
  const undone = effectOfCommand(state, made.command, given);
  if (isRejection(undone)) return false;
  return sameStanding(undone.step.state, done.before) || name === 'edit_milestone';
}

function sameStanding(a: Contract, b: Contract): boolean {
  const sums = (c: Contract) => Object.values(c.money).map(({ minor }) => minor);
  const plan = (c: Contract) => c.milestones.map((m) => `${m.id} ${m.status} ${m.escrow.minor}`);
  return a.status === b.status && `${sums(a)} ${plan(a)}` === `${sums(b)} ${plan(b)}`;
}

/** The milestone that the way back is about: the same one, or the one that has been added. */
function milestoneOf(command: ContractCommand, done: Effect): string | null {
  if (command.type === 'add_milestone') return done.step.state.milestones.at(-1)?.id ?? null;
  return 'milestone' in command ? command.milestone : null;
}
