// What advice says, on every example and for both sides: whole sentences, and no amount and no day
// in them that was not worked out by walking the road.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviceFor } from '../../domain/advice/advice.ts';
import { notNowView, roadView, situationView } from '../../domain/advice/advice-seen.ts';
import type { AdviceView, RoadView } from '../../domain/advice/advice-view.ts';
import * as moments from '../../domain/advice/moments.ts';
import * as disputes from '../../domain/contracts/disputes/examples.ts';
import * as examples from '../../domain/contracts/examples.ts';
import { ann, ben, classic, givenAt, type Life } from '../../domain/contracts/lives.ts';
import { nextSeen, seenBy } from '../../domain/contracts/seen-by.ts';
import { toDecimal } from '../../domain/money/money.ts';
import { sceneOf } from '../scene.ts';
import { adviceTold } from './advice-told.ts';

type Make = () => Life;
const made = { ...examples, ...disputes, ...moments };
const lives: readonly (readonly [string, Make])[] = [
  ...(Object.entries(made).filter(
    ([name, one]) => typeof one === 'function' && name !== 'waited',
  ) as unknown as readonly (readonly [string, Make])[]),
  ['submitted, classic', () => examples.submitted(classic)],
  ['refundRequested, classic', () => examples.refundRequested(classic)],
];

function told(life: Life, by: typeof ben) {
  const c = life.contract;
  const advice = adviceFor(c, by, givenAt(c.latestAt, life.world));
  const [first, ...also] = advice.situations;
  const view: AdviceView = {
    at: `${advice.at}`,
    situations: [situationView(first), ...also.map(situationView)],
    roads: advice.roads.map((road) => roadView(road, advice.silence, { is: 'same', now: 50 })),
    notNow: advice.notNow.map(notNowView),
    silence: advice.silence.map(nextSeen),
  };
  const viewer = by.as === 'client' ? 'client' : 'freelancer';
  const seen = seenBy(viewer, c, () => null, advice.silence, by.person);
  if (seen === null) return null;
  const names = { client: 'Ben', freelancer: 'Ann' };
  const scene = sceneOf(seen, { viewer, names, zone: 'UTC', now: c.latestAt });
  return { advice: adviceTold(view, scene), scene };
}

type Told = NonNullable<ReturnType<typeof told>>;

function each(see: (one: Told, name: string, life: Life) => void): void {
  for (const [name, make] of lives) {
    const life = make();
    for (const by of [ben, ann]) {
      const one = told(life, by);
      if (one !== null) see(one, `${name}, ${by.as}`, life);
    }
  }
}

function sentencesOf({ advice }: Told): readonly string[] {
  const roads = advice.roads.flatMap(({ says, lines }) => [
    ...[says, ...lines.money, lines.protection, ...lines.deadlines],
    ...[lines.score, lines.open, lines.undo],
  ]);
  const others = [...advice.situations, ...advice.not_now, ...advice.silence];
  return [...roads, ...others.map(({ says }) => says)];
}

test('advice is told in whole sentences', () => {
  each((one, name) => {
    for (const sentence of sentencesOf(one)) {
      const about = `${name}: ${sentence}`;
      assert.match(sentence, /^[A-Z“$\d]/, about);
      assert.match(sentence, /[.]$/, about);
      assert.doesNotMatch(sentence, /undefined|null|NaN|[Pp]lease|!|_| {2}|\.\./, about);
    }
    for (const { title } of one.advice.roads) {
      assert.match(title, /^[A-Z][^.…_]+$/, `${name}: ${title}`);
    }
  });
});

const cents = (text: string) => BigInt(text.replaceAll(/[$,.]/g, ''));

/** Every amount that the effects of a road know: movements, their sums, and what is where. */
function amountsIn(road: RoadView, life: Life): ReadonlySet<bigint> {
  const effects = [
    road.now,
    road.agreed,
    road.silent,
    road.later?.effect,
    road.silent?.deadline.effect,
  ];
  const moved = effects.map((one) => one?.postings.map(({ amount }) => cents(amount)) ?? []);
  const sums = moved.flatMap((all) =>
    all.flatMap((a, i) => [
      a,
      ...all.slice(i + 1).flatMap((b, j) => [a + b, ...three(a + b, all.slice(i + j + 2))]),
    ]),
  );
  const money = [road.now, road.agreed, road.silent].flatMap((one) =>
    Object.values(one?.money ?? {}).map(cents),
  );
  const example = [road.example?.amount, road.example?.to_freelancer].flatMap((one) =>
    one === undefined ? [] : [cents(one)],
  );
  const final = [road.protection.final, road.protection.held, road.protection.in_dispute].map(
    cents,
  );
  const open = life.contract.milestones.map(({ escrow }) => cents(toDecimal(escrow)));
  return new Set([...sums, ...money, ...example, ...final, ...open, total(moved[0] ?? [])]);
}

const three = (sum: bigint, rest: readonly bigint[]) => rest.map((one) => sum + one);
const total = (all: readonly bigint[]) => all.reduce((sum, one) => sum + one, 0n);

test('no amount is said that was not worked out', () => {
  let said = 0;
  each(({ advice }, name, life) => {
    for (const road of advice.roads) {
      const known = amountsIn(road, life);
      const text = [road.says, ...road.lines.money, road.lines.protection].join(' ');
      for (const [amount] of text.matchAll(/\$[\d,]+\.\d\d/g)) {
        assert.ok(known.has(cents(amount)), `${name}: ${road.road}: ${amount} in ${text}`);
        said += 1;
      }
    }
  });
  assert.ok(said > 500, `${said} amounts`);
});

test('no day is said that is not the day of a deadline or of a window', () => {
  each(({ advice, scene }, name) => {
    for (const road of advice.roads) {
      const moments = [
        ...[road.closes?.at, road.undoing.until, road.agreed?.until, road.silent?.at],
        ...[road.later?.at, road.example?.due],
        ...[...road.begins, ...road.ends].map(({ at }) => at),
      ].flatMap((at) => (at === undefined ? [] : [scene.when(at)]));
      const text = [road.says, ...Object.values(road.lines).flat()].join(' ');
      const days = /(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d+ [A-Z][a-z]+( \d{4})?/g;
      for (const [day] of text.matchAll(days)) {
        assert.ok(moments.includes(day), `${name}: ${road.road}: ${day} in ${text}`);
      }
    }
  });
});
