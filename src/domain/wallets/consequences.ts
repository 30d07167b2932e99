// Everything that follows from a command on a wallet, in the same shape and by the same steps as
// for a contract: first the deadlines that have passed, each at its own moment, then the command.
import { assert } from '../assert.ts';
import { compareInstants, type Instant, later } from '../calendar.ts';
import type { Happened } from '../contracts/events.ts';
import { type Posting, walletPostingsOf } from '../ledger/postings.ts';
import { type Actor, clock } from '../people.ts';
import { isRejection, type Rejection } from '../rejections.ts';
import type { Step } from '../step.ts';
import type { WalletCommand } from './commands.ts';
import { fireWallet, walletDeadlinesOf } from './deadlines.ts';
import { decideWallet, type WalletGiven } from './decide.ts';
import type { WalletEvent } from './events.ts';
import { evolveWallet } from './evolve.ts';
import type { Wallet } from './wallet.ts';

export type WalletStep = Step<Wallet, WalletEvent>;

export type WalletConsequences = {
  /** What silence had done by now, whoever acts. */
  readonly caughtUp: WalletStep;
  /** What the command itself does. */
  readonly done: WalletStep;
};

/** Applies events to a wallet, one after the other, at one moment and by one actor. */
export function happenInWallet(
  before: Wallet,
  events: readonly WalletEvent[],
  at: Instant,
  by: Actor,
): WalletStep {
  let state = before;
  const happened: Happened<WalletEvent>[] = [];
  const postings: (Posting & { seq: number })[] = [];
  for (const event of events) {
    const one = { seq: state.version + 1, at, by: by.person, as: by.as, event };
    state = evolveWallet(state, one);
    happened.push(one);
    for (const posting of walletPostingsOf(state, event))
      postings.push({ ...posting, seq: one.seq });
  }
  return { state, events: happened, postings };
}

/** Every deadline up to and including the moment, soonest first. */
export function walletCaughtUp(wallet: Wallet, now: Instant): WalletStep {
  const due = walletDeadlinesOf(wallet).filter((one) => compareInstants(one.at, now) <= 0);
  let step: WalletStep = { state: wallet, events: [], postings: [] };
  for (const deadline of due) {
    const next = happenInWallet(step.state, [fireWallet(deadline)], deadline.at, clock);
    step = {
      state: next.state,
      events: [...step.events, ...next.events],
      postings: [...step.postings, ...next.postings],
    };
  }
  const left = walletDeadlinesOf(step.state).some((one) => compareInstants(one.at, now) <= 0);
  assert(!left, 'a deadline of a wallet leaves the list when it fires');
  return step;
}

/** All that a command leads to for a wallet, or why it is refused. Changes nothing. */
export function walletConsequencesOf(
  wallet: Wallet,
  command: WalletCommand,
  given: WalletGiven,
): WalletConsequences | Rejection {
  const now = later(given.now, wallet.latestAt);
  const caughtUp = walletCaughtUp(wallet, now);
  const decision = decideWallet(caughtUp.state, command, { ...given, now });
  if (isRejection(decision)) return decision;
  return { caughtUp, done: happenInWallet(caughtUp.state, decision, now, command.by) };
}
