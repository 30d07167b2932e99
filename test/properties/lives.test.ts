// Laws that hold in every life of a contract, whoever does what and when: drawn at random, shrunk
// to the shortest life that breaks one. Rules are not repeated here, only what must follow from
// any of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Instant, isBefore } from '../../src/domain/calendar.ts';
import { consequencesOf } from '../../src/domain/consequences.ts';
import type { ContractCommand } from '../../src/domain/contracts/commands.ts';
import { type Contract, isSettled, requestedBack } from '../../src/domain/contracts/contract.ts';
import { deadlinesOf } from '../../src/domain/contracts/deadlines.ts';
import type { ContractEvent, Happened } from '../../src/domain/contracts/events.ts';
import { eventTypes, evolve } from '../../src/domain/contracts/evolve.ts';
import { forecastOf } from '../../src/domain/forecast.ts';
import type { Given } from '../../src/domain/given.ts';
import { money } from '../../src/domain/money/money.ts';
import { isRejection, rejectionCodes } from '../../src/domain/rejections.ts';
import { type ContractStep, caughtUp, joined, nothingHappened } from '../../src/domain/step.ts';
import { frozen } from '../trials.ts';
import { Books, text } from './books.ts';
import {
  begins,
  commandOf,
  momentOf,
  offerOf,
  type RandomLife,
  randomLife,
} from './random-life.ts';

const seen = new Map<string, number>();
const ever = Temporal.Duration.from({ hours: 24 * 900 });

function given(life: RandomLife, books: Books, now: Instant): Given {
  const { currency, policy, card } = life;
  return {
    now,
    policy,
    clientAvailable: () => money(books.balance('client.available', 'psn_ben'), currency),
    clientCanBeCharged: card,
    freelancerAvailable: () => money(books.balance('freelancer.available', 'psn_ann'), currency),
    freelancerCanBeCharged: card,
    former: null,
  };
}

/** Catching up at every deadline, one by one, as a worker that is never late does. */
function punctually(c: Contract, now: Instant): ContractStep {
  let step = nothingHappened(c);
  for (;;) {
    const [next] = deadlinesOf(step.state);
    if (next === undefined || isBefore(now, next.at)) return step;
    step = joined(step, caughtUp(step.state, next.at));
  }
}

class Run {
  readonly life: RandomLife;
  readonly books: Books;
  readonly events: Happened<ContractEvent>[] = [];
  contract: Contract | null = null;

  constructor(life: RandomLife) {
    this.life = life;
    this.books = new Books(life.currency, life.funds, life.funds / 10n);
  }

  take(step: ContractStep): void {
    for (const [index, one] of step.events.entries()) {
      const before = index === 0 ? (this.events.at(-1) ?? one) : step.events[index - 1];
      assert.ok(before !== undefined && !isBefore(one.at, before.at), 'time never goes back');
    }
    this.books.post(step.postings);
    this.books.count(step.events.map((one) => one.event));
    this.events.push(...step.events);
    for (const { event } of step.events) seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
    this.contract = frozen(step.state);
    this.books.agreeWith(this.contract);
    sound(this.contract);
  }

  /** Time passes until a moment: late is as good as punctual. */
  passTime(now: Instant): void {
    if (this.contract === null) return;
    const late = caughtUp(this.contract, now);
    assert.equal(text(punctually(this.contract, now)), text(late), 'late is punctual');
    this.take(late);
  }

  /** A command is what its preview was, whoever caught up before. */
  give(command: ContractCommand, now: Instant): void {
    const before = this.contract;
    this.passTime(now);
    const facts = given(this.life, this.books, now);
    const preview = consequencesOf(before, command, facts, 'ctr_1');
    const result = consequencesOf(this.contract, command, facts, 'ctr_1');
    if (isRejection(result)) {
      assert.equal(text(preview), text(result), 'a preview is refused as the command is');
      assert.ok(rejectionCodes.includes(result.rejected));
      seen.set(result.rejected, (seen.get(result.rejected) ?? 0) + 1);
      return;
    }
    assert.ok(!isRejection(preview), 'what is possible was possible in the preview');
    assert.equal(text(preview.done), text(result.done), 'a preview is what then happens');
    assert.equal(result.caughtUp?.events.length ?? 0, 0, 'time was caught up already');
    this.take(result.done);
  }
}

/** Every earning is known by the event that made it; a refund may have taken of it. */
function named(run: Run, c: Contract): void {
  for (const earning of c.earnings) {
    const made = run.events.find((one) => `${one.seq}` === earning.id)?.event;
    assert.ok(made !== undefined && 'net' in made && earning.net.minor <= made.net.minor);
  }
}

/** What is true of a contract in any state. */
function sound(c: Contract): void {
  const open = c.escrowRefund?.status === 'open' ? c.escrowRefund : null;
  const held = (m: Contract['milestones'][number]) => m.escrow.minor + m.held.minor > 0n;
  for (const m of c.milestones) {
    assert.ok(m.released.minor >= 0n && m.returned.minor >= 0n && m.moved.minor >= 0n);
    if (m.status === 'funded' || m.status === 'submitted')
      assert.ok(held(m), `${m.id} holds money`);
    if (m.status === 'released' || m.status === 'refunded')
      assert.ok(!held(m), `${m.id} holds none`);
    assert.equal(m.status === 'submitted', m.submittedAt !== null);
    if (m.overdueSince !== null)
      assert.ok(m.duePassed && m.status !== 'submitted' && !isSettled(m));
    const waits = c.charges.some((one) => one.milestone === m.id && one.status === 'waiting');
    if (m.status === 'funding') assert.ok(waits, `${m.id} waits for a charge`);
  }
  if (c.status === 'ended') {
    const reviewed = c.milestones.filter((m) => m.status === 'submitted');
    const asked = open === null ? 0n : requestedBack(open, c.terms.currency).minor;
    const answered = reviewed.reduce((sum, m) => sum + m.escrow.minor, asked);
    assert.equal(
      c.money.escrow.minor,
      answered,
      'after the end money is under review or asked back',
    );
    assert.ok(!c.milestones.some((m) => m.status === 'planned' || m.status === 'funding'));
  } else assert.equal(open, null);
  if (['declined', 'withdrawn', 'expired'].includes(c.status))
    assert.equal(c.money.escrow.minor, 0n);
}

/** Folding what has happened gives the state again. */
function folds(run: Run): void {
  let state: Contract | null = null;
  for (const one of run.events) state = evolve(state, one, 'ctr_1');
  assert.equal(text(state), text(run.contract), 'the state is the fold of the events');
}

/** What the forecast says is what silence does. */
function foretells(run: Run, c: Contract): void {
  const facts = given(run.life, run.books, c.latestAt);
  const foreseen = forecastOf(c, facts);
  if (c.charges.some((charge) => charge.status === 'waiting')) return;
  const said = foreseen.flatMap(({ step }) => step.events);
  assert.equal(text(said), text(caughtUp(c, c.latestAt.add(ever)).events), 'forecast = silence');
}

/** By silence alone everything that is held comes out. */
function comesOut(c: Contract): void {
  const { escrow, held } = caughtUp(c, c.latestAt.add(ever)).state.money;
  assert.equal(escrow.minor + held.minor, 0n, 'all of it comes out');
}

function lived(life: RandomLife): void {
  const run = new Run(life);
  run.give(offerOf(life), begins);
  for (const deed of life.deeds) {
    if (run.contract === null) return;
    const now = momentOf(run.contract, deed);
    run.passTime(now);
    const command = commandOf(run.contract, deed, now);
    if (command !== null) run.give(command, now);
    foretells(run, run.contract);
    comesOut(run.contract);
    named(run, run.contract);
  }
  if (run.contract !== null) folds(run);
}

test('in every life money, time and promises hold', () => {
  fc.assert(fc.property(randomLife, lived), { numRuns: 500 });
});

test('lives as they are drawn come to every kind of event', () => {
  seen.clear();
  for (const life of fc.sample(randomLife, { seed: 20_261_102, numRuns: 900 })) lived(life);
  const never = eventTypes.filter((type) => !seen.has(type));
  assert.deepEqual(never, []);
});
