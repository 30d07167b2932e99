// Advice keeps its word: every road that it tells is walked for real, on every example under both
// policies, and leads exactly to where it was said to lead; what it calls impossible is refused.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareInstants, type Instant } from '../calendar.ts';
import { consequencesOf } from '../consequences.ts';
import { canOf } from '../contracts/allowed.ts';
import type { Contract } from '../contracts/contract.ts';
import { deadlinesOf } from '../contracts/deadlines.ts';
import { guarded } from '../contracts/decide.ts';
import * as disputes from '../contracts/disputes/examples.ts';
import * as examples from '../contracts/examples.ts';
import { ann, ben, classic, givenAt, type Life } from '../contracts/lives.ts';
import type { Actor } from '../people.ts';
import { isRejection } from '../rejections.ts';
import { type ContractStep, caughtUp } from '../step.ts';
import { type Advice, adviceFor, type Road } from './advice.ts';
import type { Effect } from './effect.ts';
import * as moments from './moments.ts';
import { isCommand, openThings, sketched } from './roads.ts';
import { standingOf } from './standing.ts';

type Make = () => Life;
const made = { ...examples, ...disputes, ...moments };
const lives = Object.entries(made).filter(
  ([name, one]) => typeof one === 'function' && name !== 'waited',
) as unknown as readonly (readonly [string, Make])[];

const underClassic: readonly (readonly [string, Make])[] = [
  ['funded, classic', () => examples.funded(classic)],
  ['submitted, classic', () => examples.submitted(classic)],
  ['refundRequested, classic', () => examples.refundRequested(classic)],
  ['completed, classic', () => examples.completed(classic)],
  ['disputed, classic', () => disputes.disputed(classic)],
];

type Case = { readonly life: Life; readonly by: Actor; readonly advice: Advice };

function each(see: (one: Case, name: string) => void): void {
  for (const [name, make] of [...lives, ...underClassic]) {
    const life = make();
    for (const by of [ben, ann]) {
      const given = givenAt(life.contract.latestAt, life.world);
      see({ life, by, advice: adviceFor(life.contract, by, given) }, `${name}, ${by.as}`);
    }
  }
}

function walked({ life, advice }: Case, { command }: Road, name: string): ContractStep {
  const c = life.contract;
  const given = givenAt(advice.at, life.world);
  const begins = command.type === 'rehire';
  const made = begins
    ? consequencesOf(null, command, { ...given, former: c }, 'ctr_new')
    : consequencesOf(c, command, given, c.id);
  assert.ok(!isRejection(made), `${name}: ${command.type} is refused`);
  return made.done;
}

const postings = (step: ContractStep) =>
  step.postings.map(({ from, to, amount }) => `${from.kind} ${to.kind} ${amount.minor}`);
const money = (c: Contract) => Object.values(c.money).map(({ minor }) => `${minor}`);
const plan = (c: Contract) => c.milestones.map((m) => `${m.id} ${m.status} ${m.escrow.minor}`);
const dates = (c: Contract) =>
  deadlinesOf(c).map(({ what, subject, at }) => `${what} ${subject} ${at}`);
/** A forecast takes a charge that is on its way as confirmed; time alone would give it up. */
const isCharging = (c: Contract) => c.charges.some(({ status }) => status === 'waiting');
/** The dispute or request that a road has opened. */
const newest = (before: Contract, after: Contract) =>
  openThings(after).find((id) => !openThings(before).includes(id));
const nudged = (at: Instant) => at.subtract({ milliseconds: 1 });

test('every road leads where it was said to lead: money, plan and deadlines', () => {
  let roads = 0;
  each((one, name) => {
    for (const road of one.advice.roads) {
      const about = `${name}: ${road.road}`;
      const real = walked(one, road, name);
      roads += 1;
      assert.deepEqual(postings(road.now.step), postings(real), about);
      assert.deepEqual(money(road.now.step.state), money(real.state), about);
      assert.deepEqual(plan(road.now.step.state), plan(real.state), about);
      if (road.command.type === 'rehire') continue;
      const begun = road.now.begins.map(({ what, subject, at }) => `${what} ${subject} ${at}`);
      const gone = road.now.ends.map(({ what, subject, at }) => `${what} ${subject} ${at}`);
      const kept = dates(one.life.contract).filter((date) => !gone.includes(date));
      assert.deepEqual([...kept, ...begun].sort(), dates(real.state).sort(), about);
    }
  });
  assert.ok(roads > 400, `${roads} roads`);
});

test('agreement and silence do what was said of them', () => {
  const seen = { agreed: 0, silent: 0 };
  each((one, name) => {
    for (const road of one.advice.roads) {
      const real = walked(one, road, name).state;
      if (road.agreed !== null)
        seen.agreed += agreedAsSaid(one, road, real, `${name}: ${road.road}`);
      if (road.silent !== null)
        seen.silent += silentAsSaid(road.silent, real, `${name}: ${road.road}`);
    }
  });
  assert.ok(seen.agreed > 60 && seen.silent > 60, JSON.stringify(seen));
});

function agreedAsSaid({ life, advice }: Case, road: Road, real: Contract, about: string): number {
  const agreed = road.agreed;
  assert.ok(agreed !== null && isCommand(agreed.command));
  const by: Actor = { as: agreed.by, person: real[agreed.by] };
  const standing = standingOf(real, agreed.command, { by, now: advice.at });
  assert.ok(standing.open, about);
  const { milestone } = standing;
  const walking = { by, now: advice.at, milestone, about: newest(life.contract, real) };
  const answer = sketched(real, agreed.command, walking);
  const world = { ...life.world, available: '1000000', earned: '1000000' };
  const done = consequencesOf(real, answer?.command as never, givenAt(advice.at, world), real.id);
  assert.ok(!isRejection(done), about);
  assert.deepEqual(postings(agreed.step), postings(done.done), about);
  assert.deepEqual(plan(agreed.step.state), plan(done.done.state), about);
  if (agreed.until !== null) {
    const late = caughtUp(real, agreed.until).state;
    assert.ok(
      guarded(late, agreed.command, { by, now: agreed.until }, milestone?.id ?? null),
      about,
    );
  }
  return 1;
}

function silentAsSaid(silent: Effect, real: Contract, about: string): number {
  const before = caughtUp(real, nudged(silent.at));
  const at = caughtUp(real, silent.at);
  const all = postings(at).slice(before.postings.length);
  for (const posting of postings(silent.step))
    assert.ok(all.includes(posting), `${about} ${posting}`);
  return 1;
}

test('a road is open until the moment that was said, and not a moment longer', () => {
  let dated = 0;
  each(({ life, by, advice }, name) => {
    for (const { road, command, milestone, closes } of advice.roads) {
      if (closes === null || !isCommand(command.type) || isCharging(life.contract)) continue;
      const allowed = (at: Instant) =>
        guarded(
          caughtUp(life.contract, at).state,
          command.type as never,
          { by, now: at },
          milestone,
        );
      assert.ok(compareInstants(advice.at, closes.at) < 0, `${name}: ${road}`);
      assert.equal(allowed(nudged(closes.at)), null, `${name}: ${road} before`);
      assert.notEqual(allowed(closes.at), null, `${name}: ${road} then`);
      dated += 1;
    }
  });
  assert.ok(dated > 100, `${dated} dates`);
});

test('what can be undone by oneself is as before once it is undone', () => {
  let undone = 0;
  each((one, name) => {
    for (const road of one.advice.roads) {
      const { undoing, command } = road;
      if (undoing.how !== 'alone' || !isCommand(undoing.command)) continue;
      if (command.type === 'edit_milestone') continue;
      const real = walked(one, road, name).state;
      const asked = { by: one.by, now: one.advice.at };
      const standing = standingOf(real, undoing.command, asked);
      const milestones = real.milestones;
      const milestone =
        command.type === 'add_milestone'
          ? (milestones.at(-1) ?? null)
          : standing.open
            ? standing.milestone
            : null;
      const about = newest(one.life.contract, real);
      const back = sketched(real, undoing.command, { ...asked, milestone, about });
      const given = givenAt(one.advice.at, one.life.world);
      const done = consequencesOf(real, back?.command as never, given, real.id);
      assert.ok(!isRejection(done), `${name}: ${road.road}`);
      assert.deepEqual(money(done.done.state), money(one.life.contract), `${name}: ${road.road}`);
      assert.deepEqual(plan(done.done.state), plan(one.life.contract), `${name}: ${road.road}`);
      undone += 1;
    }
  });
  assert.ok(undone > 60, `${undone} undone`);
});

test('what is not possible is refused with the reason given, and what comes closest is possible', () => {
  each(({ life, by, advice }, name) => {
    const can = canOf(life.contract, by, advice.at) as Record<string, unknown>;
    for (const { command, rejection, closest, opens } of advice.notNow) {
      const told = can[command];
      const guards =
        typeof told === 'object' && told !== null ? (told as { not: string }).not : null;
      if (guards !== null) assert.equal(rejection.rejected, guards, `${name}: ${command}`);
      for (const one of closest) {
        assert.ok(one in can ? can[one] === true : true, `${name}: ${command} → ${one}`);
      }
      if (opens !== null && !isCharging(life.contract)) {
        const then = canOf(caughtUp(life.contract, opens).state, by, opens);
        assert.equal(then[command], true, `${name}: ${command} opens`);
      }
    }
  });
});

test('nothing that a party may do is missing', () => {
  each(({ life, by, advice }, name) => {
    const told = new Set([
      ...advice.roads.map(({ command }) => command.type as string),
      ...advice.notNow.map(({ command }) => command as string),
    ]);
    for (const command of Object.keys(canOf(life.contract, by, advice.at))) {
      assert.ok(told.has(command), `${name}: ${command}`);
    }
  });
});
