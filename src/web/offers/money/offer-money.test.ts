// What an offer is said to cost is what it costs: the rows add up to the cent, under every
// policy, and the end of the forecast is that of the contract itself.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countered,
  offered,
  offeredWithMoney,
  unsent,
} from '../../../domain/contracts/examples.ts';
import { ben, classic, type Life, then } from '../../../domain/contracts/lives.ts';
import type { Scene } from '../../../words/scene.ts';
import type { SumRow } from '../../parts/amount.tsx';
import { ifAllReleased } from './if-all-released.ts';
import { backNow, paidNow, rowsNow, rowsOfAll } from './offer-money.ts';

const effectsOf = ({ contract, events }: Life) => ({ after: contract, events });

const all = ({ contract }: Life) => {
  const sums = ifAllReleased({ after: contract, at: contract.latestAt });
  assert.ok(sums !== null);
  return sums;
};

const scene = (viewer: 'client' | 'freelancer', client = '0%'): Scene => ({
  viewer,
  names: { client: 'Ben', freelancer: 'Ann' },
  currency: 'USD',
  titles: { sketches: 'Sketches' },
  fees: { freelancer: '10%', client },
  when: (at) => at,
  now: '2026-11-02T09:00:00Z',
});

const told = (rows: readonly SumRow[]) => rows.map(({ label, amount }) => `${label} ${amount}`);

test('from what the client pays to what the freelancer receives each line leads to the next', () => {
  const life = offered({ milestones: [{ title: 'One', amount: '33.33' }] }, classic);
  assert.deepEqual(told(rowsOfAll(all(life), scene('client', '2.75%'))), [
    'You pay in all 34.25',
    'Platform fee 2.75% -0.92',
    'Released to Ann 33.33',
    'Platform fee 10% -3.33',
    'Ann receives 30.00',
  ]);
});

test('fees are those of each release, not of the sum of all', () => {
  const cents = Array.from({ length: 3 }, (_, index) => ({ title: `${index}`, amount: '5.05' }));
  const life = offered({ milestones: cents });
  assert.deepEqual(told(rowsOfAll(all(life), scene('freelancer'))), [
    'Ben pays in all 15.15',
    'Platform fee 10% -1.53',
    'You receive 13.62',
  ]);
});

test('money that comes with the offer is paid now, its fee on top', () => {
  const life = offeredWithMoney(classic);
  const [first] = life.contract.milestones;
  const paid = paidNow(effectsOf(life));
  assert.ok(paid !== null && first !== undefined);
  assert.equal(paid.held.minor, first.amount.minor);
  assert.equal(paid.whole.minor, paid.held.minor + paid.clientFee.minor);
  assert.equal(paid.byCharge, false);
  assert.equal(rowsNow(effectsOf(life), scene('client', '2.75%')).length, 3);
});

test('an offer whose money is charged first comes to the same in the end', () => {
  assert.equal(paidNow(effectsOf(unsent()))?.byCharge, true);
  assert.deepEqual(all(unsent()), all(offered()));
});

test('a counter comes to its own terms, and money that came along is not paid twice', () => {
  const sums = all(countered());
  assert.equal(sums.paid.minor, 600_00n);
  assert.equal(sums.escrow.minor, 0n);
});

test('a revision that needs less says what comes back, its fee with it', () => {
  const before = offeredWithMoney(classic);
  const held = before.contract.money.escrow.minor + before.contract.money.clientFees.minor;
  const revise = { type: 'revise_offer', by: ben, fund_first: false } as const;
  const after = then(before, '2026-11-02T10:00Z', revise);
  const events = after.events.slice(before.events.length);
  assert.equal(backNow({ after: after.contract, events })?.minor, held);
  const rows = rowsNow({ after: after.contract, events }, scene('client', '2.75%'));
  assert.match(told(rows)[0] ?? '', /^You get back now \d/);
});
