// Money that goes back after it was paid: how much, until when, from where, and what of the fee
// comes with it. The walls of the window stand to the second.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenActive, refusals, soon } from '../../../../test/trials.ts';
import { active, completed, funded } from '../examples.ts';
import { ann, ben, type Life, note, then, usual } from '../lives.ts';

const give = { type: 'give_refund', by: ann, amount: '100' } as const;
const { type: _, ...giving } = give;
const ask = { type: 'request_refund', by: ben, amount: '300', reason: note('broken') } as const;
const { type: __, ...asking } = ask;
/** 500 paid on November 4 at nine: it clears on November 9, and can go back until May 3. */
const paid = completed();
const asked = then(paid, '2026-11-04T13:00Z', ask);
const twice = then(asked, '2026-11-04T14:00Z', { ...ask, amount: '20' });
const rich = { ...usual, earned: '10000' };
const closes = '2027-05-03T09:00:00Z';

function onceAccepted(life: Life, by: typeof ben, fields: object) {
  const rows = onlyWhenActive(life, { by }, { ...fields });
  return rows.filter(({ when }) => when !== 'after the end');
}

refusals('give_refund', [
  ...onceAccepted(paid, ann, giving),
  { when: 'without a name while two ask', life: twice, does: giving, refused: 'not_named' },
  {
    when: 'for a request that nobody made',
    life: paid,
    does: { ...giving, request: 'req_1' },
    refused: 'no_refund_request',
  },
  {
    when: 'at the last instant of the window',
    life: paid,
    does: giving,
    at: closes,
    world: rich,
    refused: 'refund_window_has_closed',
  },
  {
    when: 'a second later',
    life: paid,
    does: giving,
    at: '2027-05-03T09:00:01Z',
    world: rich,
    refused: 'refund_window_has_closed',
  },
  {
    when: 'of nothing, also when nothing was paid',
    life: active(),
    does: { ...giving, amount: '0' },
    refused: 'amount_not_positive',
  },
  {
    when: 'with a third digit',
    life: paid,
    does: { ...giving, amount: '1.001' },
    refused: 'amount_has_too_many_digits',
  },
  { when: 'when nothing was paid', life: funded(), does: giving, refused: 'amount_exceeds_paid' },
  {
    when: 'of more than was paid',
    life: paid,
    does: { ...giving, amount: '500.01' },
    world: rich,
    refused: 'amount_exceeds_paid',
    field: 'amount',
  },
  {
    when: 'of what has cleared and is gone',
    life: paid,
    does: giving,
    at: '2026-11-09T09:00Z',
    refused: 'amount_exceeds_balance',
  },
]);

refusals('request_refund', [
  ...onceAccepted(paid, ben, asking),
  {
    when: 'without a word',
    life: paid,
    does: { by: ben, amount: '5' },
    refused: 'note_missing',
    field: 'reason',
  },
  {
    when: 'of nothing',
    life: active(),
    does: { ...asking, amount: '0' },
    refused: 'amount_not_positive',
  },
  { when: 'when nothing was paid', life: funded(), does: asking, refused: 'amount_exceeds_paid' },
  {
    when: 'of more than was paid',
    life: paid,
    does: { ...asking, amount: '500.01' },
    refused: 'amount_exceeds_paid',
    field: 'amount',
  },
]);

for (const [command, by] of [
  ['withdraw_refund_request', ben],
  ['decline_refund', ann],
] as const) {
  refusals(command, [
    ...onceAccepted(asked, by, {}),
    { when: 'without a name while two are open', life: twice, does: { by }, refused: 'not_named' },
    { when: 'when nothing is asked', life: paid, does: { by }, refused: 'no_refund_request' },
  ]);
}

test('a refund comes out of what still clears, with the fee on it', () => {
  const step = doneBy(paid, give);
  follows(step, {
    events: ['refund_given'],
    postings: [
      'freelancer.pending > client.available 90.00',
      'platform.fees > client.available 10.00',
    ],
    money: { paid: '500.00', refunded: '100.00', fees: '40.00' },
  });
  assert.deepEqual(
    step.state.earnings.map(({ net }) => net.minor),
    [36_000n],
  );
});

test('a refund of everything takes the earning and its deadline away', () => {
  const { state } = doneBy(paid, { ...give, amount: '500' });
  assert.deepEqual(state.earnings, []);
  assert.deepEqual(state.money.fees.minor, 0n);
});

test('what has cleared is taken from what is available', () => {
  follows(doneBy(paid, give, '2026-11-09T09:00:00Z', rich), {
    postings: [
      'freelancer.available > client.available 90.00',
      'platform.fees > client.available 10.00',
    ],
  });
  const before = doneBy(paid, give, '2026-11-09T08:59:59Z', rich);
  follows(before, {
    postings: [
      'freelancer.pending > client.available 90.00',
      'platform.fees > client.available 10.00',
    ],
  });
});

test('the newest earning goes first, then the one before it', () => {
  const bonus = { type: 'pay_bonus', by: ben, amount: '60', kind: 'bonus' } as const;
  const two = then(paid, '2026-11-04T13:00Z', bonus);
  const { state } = doneBy(two, give, '2026-11-04T14:00Z');
  assert.deepEqual(
    state.earnings.map(({ net }) => net.minor),
    [41_400n],
  );
});

test('a refund is possible in the last second of its window', () => {
  follows(doneBy(paid, give, '2027-05-03T08:59:59Z', rich), { events: ['refund_given'] });
});

test('refunds count against the oldest payment first', () => {
  const bonus = { type: 'pay_bonus', by: ben, amount: '60', kind: 'bonus' } as const;
  const two = then(paid, '2027-05-03T08:00Z', bonus);
  const less = then(two, '2027-05-03T08:30Z', give, rich);
  const tooMuch = { ...giving, amount: '60.01' };
  follows(doneBy(less, { ...give, amount: '60' }, '2027-05-03T10:00Z', rich), {
    events: ['refund_given'],
  });
  assert.throws(() => doneBy(less, { type: 'give_refund', ...tooMuch }, '2027-05-03T10:00Z', rich));
});

test('a cent of fee always has a place', () => {
  const cents = { type: 'pay_bonus', by: ben, amount: '0.05', kind: 'bonus' } as const;
  const one = then(active(), '2026-11-02T13:00Z', cents);
  const part = then(one, '2026-11-02T14:00Z', { ...give, amount: '0.02' });
  assert.equal(part.contract.money.fees.minor, 1n);
  const rest = doneBy(part, { ...give, amount: '0.03' }, '2026-11-02T15:00Z');
  follows(rest, { money: { paid: '0.05', refunded: '0.05' } });
});

test('refunds close the request when its sum is back, on an active contract too', () => {
  const some = then(asked, soon, give);
  assert.equal(some.contract.requests[0]?.status, 'open');
  const all = doneBy(some, { ...give, amount: '200' }, soon);
  assert.equal(all.state.requests[0]?.status, 'approved');
});
