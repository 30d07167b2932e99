// One step of a contract's life: events happen, the state follows, money moves. And catching up:
// every deadline that has passed is applied as of its own moment, before anything is judged. A
// late worker therefore changes nobody's money.
import { assert } from './assert.ts';
import { compareInstants, type Instant } from './calendar.ts';
import type { Contract } from './contracts/contract.ts';
import { type Deadline, deadlinesOf } from './contracts/deadlines.ts';
import type { ContractEvent, Happened } from './contracts/events.ts';
import { evolve } from './contracts/evolve.ts';
import { fire } from './contracts/fire.ts';
import { type Posting, postingsOf } from './ledger/postings.ts';
import { type Actor, clock } from './people.ts';

/** What happened: events in order, the postings of each, and the state after them. */
export type Step<S, E> = {
  readonly state: S;
  readonly events: readonly Happened<E>[];
  readonly postings: readonly (Posting & { readonly seq: number })[];
};

export type ContractStep = Step<Contract, ContractEvent>;

/**
 * More deadlines than this in one go are a mistake of ours, not a long silence. Every milestone
 * has a few, every payment of the last days one.
 */
export function mostDeadlines(c: Contract): number {
  return 200 + 4 * (c.milestones.length + c.earnings.length + c.charges.length);
}

export function nothingHappened(state: Contract): ContractStep {
  return { state, events: [], postings: [] };
}

export function joined(a: ContractStep, b: ContractStep): ContractStep {
  return {
    state: b.state,
    events: [...a.events, ...b.events],
    postings: [...a.postings, ...b.postings],
  };
}

/** Applies events to a contract, one after the other, at one moment and by one actor. */
export function happen(
  before: Contract | null,
  events: readonly ContractEvent[],
  at: Instant,
  by: Actor,
  id: string,
): ContractStep {
  let state = before;
  const happened: Happened<ContractEvent>[] = [];
  const postings: (Posting & { seq: number })[] = [];
  for (const event of events) {
    const seq = (state?.version ?? 0) + 1;
    const one = { seq, at, by: by.person, as: by.as, event };
    state = evolve(state, one, id);
    happened.push(one);
    for (const posting of postingsOf(state, event)) postings.push({ ...posting, seq });
  }
  assert(state !== null, 'something has happened');
  assertSound(state);
  return { state, events: happened, postings };
}

/** What must hold of every contract, whatever happened to it. */
function assertSound(c: Contract): void {
  let escrow = 0n;
  let held = 0n;
  for (const m of c.milestones) {
    const least = m.escrow.minor < m.held.minor ? m.escrow : m.held;
    assert(least.minor >= 0n, `milestone ${m.id} holds no less than nothing`);
    escrow += m.escrow.minor;
    held += m.held.minor;
  }
  assert(escrow === c.money.escrow.minor, 'escrow is the sum of the milestones');
  assert(held === c.money.held.minor, 'what is held is the sum of the milestones');
  assert(c.money.clientFees.minor >= 0n, "the client's fees are no less than nothing");
}

/** Fires one deadline, at its own moment. It must leave the list of what is due. */
export function fired(c: Contract, deadline: Deadline): ContractStep {
  const step = happen(c, fire(c, deadline), deadline.at, clock, c.id);
  const again = deadlinesOf(step.state).some(
    (one) =>
      one.what === deadline.what &&
      one.subject === deadline.subject &&
      compareInstants(one.at, deadline.at) <= 0,
  );
  assert(!again, `${deadline.what} of ${deadline.subject || c.id} leaves the list when it fires`);
  return step;
}

/** Every deadline up to and including the moment, soonest first. */
export function caughtUp(c: Contract, now: Instant): ContractStep {
  const most = mostDeadlines(c);
  let step = nothingHappened(c);
  for (let fires = 0; ; fires += 1) {
    assert(fires <= most, `a contract has at most ${most} deadlines in a row`);
    const [next] = deadlinesOf(step.state);
    if (next === undefined || compareInstants(next.at, now) > 0) return step;
    step = joined(step, fired(step.state, next));
  }
}
