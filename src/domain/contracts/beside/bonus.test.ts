// Bonuses and what asks for them: when they can be paid, from where, and what they leave. The walls
// of their window stand to the second.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenActive, refusals, soon } from '../../../../test/trials.ts';
import { payments } from '../../people.ts';
import { isRejection } from '../../rejections.ts';
import { active, completed, submitted } from '../examples.ts';
import { ann, ben, classic, note, onCard, penniless, then, tried } from '../lives.ts';

const bonus = { type: 'pay_bonus', by: ben, amount: '100', kind: 'bonus' } as const;
const ask = { type: 'request_payment', by: ann, amount: '150', note: note('extra') } as const;
const asked = then(active(), '2026-11-02T13:00Z', ask);
const twice = then(asked, '2026-11-02T14:00Z', { ...ask, amount: '20' });
const { type: _, ...paying } = bonus;
const { type: __, ...asking } = ask;

/** A year after the end of the completed contract, November 4, noon. */
const closes = '2027-11-04T12:00:00Z';

function onceAccepted(life: typeof asked, whose: { by: typeof ben }, fields: object) {
  return onlyWhenActive(life, whose, { ...fields }).filter(({ when }) => when !== 'after the end');
}

refusals('pay_bonus', [
  ...onceAccepted(active(), { by: ben }, paying),
  {
    when: 'without a name while two are asked for',
    life: twice,
    does: paying,
    refused: 'not_named',
    field: 'request',
  },
  {
    when: 'for a request that nobody made',
    life: asked,
    does: { ...paying, request: 'req_9' },
    refused: 'no_payment_request',
  },
  {
    when: 'at the last instant of its window',
    life: completed(),
    does: paying,
    at: closes,
    refused: 'bonus_window_has_closed',
  },
  {
    when: 'a second later',
    life: completed(),
    does: paying,
    at: '2027-11-04T12:00:01Z',
    refused: 'bonus_window_has_closed',
  },
  {
    when: 'of nothing',
    life: active(),
    does: { ...paying, amount: '0' },
    refused: 'amount_not_positive',
  },
  {
    when: 'below nothing',
    life: active(),
    does: { ...paying, amount: '-5' },
    refused: 'amount_not_positive',
  },
  {
    when: 'with a third digit',
    life: active(),
    does: { ...paying, amount: '1.005' },
    refused: 'amount_has_too_many_digits',
    field: 'amount',
  },
  {
    when: 'without means',
    life: active(),
    does: paying,
    world: penniless,
    refused: 'payment_method_missing',
  },
]);

refusals('request_payment', [
  ...onceAccepted(active(), { by: ann }, asking),
  {
    when: 'without a word',
    life: active(),
    does: { by: ann, amount: '5' },
    refused: 'note_missing',
    field: 'note',
  },
  {
    when: 'at the last instant of the window',
    life: completed(),
    does: asking,
    at: closes,
    refused: 'bonus_window_has_closed',
  },
  {
    when: 'for nothing',
    life: active(),
    does: { ...asking, amount: '0.00' },
    refused: 'amount_not_positive',
  },
]);

for (const [command, by] of [
  ['withdraw_payment_request', ann],
  ['decline_payment_request', ben],
] as const) {
  refusals(command, [
    ...onceAccepted(asked, { by }, {}),
    { when: 'without a name while two are open', life: twice, does: { by }, refused: 'not_named' },
    { when: 'when nothing is asked', life: active(), does: { by }, refused: 'no_payment_request' },
    {
      when: 'for another name',
      life: asked,
      does: { by, request: 'req_2' },
      refused: 'no_payment_request',
    },
  ]);
}

test('a bonus is paid from the balance, less the fee, and clears like any payment', () => {
  const step = doneBy(active(), bonus);
  follows(step, {
    events: ['bonus_paid'],
    postings: [
      'client.available > freelancer.pending 90.00',
      'client.available > platform.fees 10.00',
    ],
    money: { paid: '100.00', fees: '10.00' },
  });
  const [earning] = step.state.earnings;
  assert.equal(earning?.net.minor, 9_000n);
});

test('the client fee comes on top and the balance has to cover it too', () => {
  const exact = { ...classic, available: '102.75' };
  follows(doneBy(active(classic), bonus, soon, exact), {
    postings: [
      'client.available > freelancer.pending 90.00',
      'client.available > platform.fees 10.00',
      'client.available > platform.fees 2.75',
    ],
    money: { paid: '100.00', fees: '10.00', clientFees: '2.75' },
  });
  const short = { ...classic, available: '102.74', card: true };
  follows(doneBy(active(classic), bonus, soon, short), {
    events: ['bonus_charge_requested'],
    postings: [],
  });
});

test('a bonus is possible in the last second of its window, and for ever by the rules of 2016', () => {
  follows(doneBy(completed(), bonus, '2027-11-04T11:59:59Z'), { events: ['bonus_paid'] });
  follows(doneBy(completed(classic), bonus, '2036-11-04T12:00Z'), { events: ['bonus_paid'] });
});

const charged = then(active(), '2026-11-02T13:00Z', bonus, onCard);
const confirm = { type: 'confirm_charge', by: payments, charge: 'chg_1' } as const;

test('a charge that goes through pays the bonus', () => {
  follows(doneBy(charged, confirm, '2026-11-02T13:01Z'), {
    events: ['bonus_paid'],
    postings: ['outside > freelancer.pending 90.00', 'outside > platform.fees 10.00'],
    money: { paid: '100.00', fees: '10.00' },
  });
});

test('a charge whose time ran out is the client’s money again', () => {
  follows(doneBy(charged, confirm, '2026-11-03T13:00:00Z'), {
    events: ['charge_credited'],
    postings: ['outside > client.available 100.00'],
    money: {},
  });
  follows(doneBy(charged, confirm, '2026-11-03T12:59:59Z'), { events: ['bonus_paid'] });
});

test('a charge that comes when the window has closed is the client’s money again', () => {
  const late = then(completed(), '2027-11-04T11:59:59Z', bonus, onCard);
  follows(doneBy(late, confirm, closes), { events: ['charge_credited'] });
});

test('a charge for a request that was taken back is the client’s money again', () => {
  const onItsWay = then(asked, '2026-11-02T14:00Z', bonus, onCard);
  const withdraw = { type: 'withdraw_payment_request', by: ann } as const;
  const withdrawn = then(onItsWay, '2026-11-02T14:01Z', withdraw);
  follows(doneBy(withdrawn, confirm, '2026-11-02T14:02Z'), { events: ['charge_credited'] });
});

test('a failed charge of a bonus leaves nothing and is not tried again', () => {
  const fail = { type: 'fail_charge', by: payments, charge: 'chg_1' } as const;
  const failed = then(charged, '2026-11-02T13:01Z', fail);
  const retry = tried(failed.contract, soon, { type: 'retry_charge', by: ben }, onCard);
  assert.ok(isRejection(retry) && retry.rejected === 'no_failed_charge');
  follows(doneBy(failed, bonus, soon), { events: ['bonus_charge_requested'] });
});

test('bonuses count towards the request that is open until its sum is paid', () => {
  const half = then(asked, '2026-11-02T14:00Z', bonus);
  assert.equal(half.contract.requests[0]?.status, 'open');
  const all = doneBy(half, { ...bonus, amount: '50' }, '2026-11-02T15:00Z');
  assert.equal(all.state.requests[0]?.status, 'approved');
  assert.equal(all.state.requests[0]?.settled.minor, 15_000n);
});

test('of several requests the named one is paid', () => {
  const { state } = doneBy(twice, { ...bonus, request: 'req_2' });
  assert.deepEqual(
    state.requests.map(({ status, settled }) => [status, settled.minor]),
    [
      ['open', 0n],
      ['approved', 10_000n],
    ],
  );
});

test('a request lives on after the end and can be answered for ever', () => {
  const end = { type: 'end_contract', by: ann, reason: 'completed' } as const;
  const stars = { skills: 5, quality: 5, availability: 5, deadlines: 5, communication: 5 };
  const feedback = { stars: { ...stars, cooperation: 5 }, sealed: note('praise') };
  const ended = then(asked, '2026-11-03T09:00Z', { ...end, feedback });
  const decline = { type: 'decline_payment_request', by: ben } as const;
  follows(doneBy(ended, decline, '2029-01-01T00:00Z'), { events: ['payment_request_declined'] });
});

test('work under review is not touched by a bonus', () => {
  follows(doneBy(submitted(), bonus, '2026-11-03T16:00Z'), {
    plan: { sketches: 'submitted 500.00', final: 'planned 0.00' },
  });
});
