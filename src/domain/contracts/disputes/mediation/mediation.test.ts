import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, refusals } from '../../../../../test/trials.ts';
import { canOf } from '../../allowed.ts';
import { active, completed, offered } from '../../examples.ts';
import { ann, ben, max, mia, moment, note, then, usual } from '../../lives.ts';
import { contested, disputed, failed, mediated, recommended, twoOpen } from '../examples.ts';

const soon = '2026-11-07T09:30Z';
const taken = then(contested(), '2026-11-06T10:00Z', { type: 'take_case', by: mia });
const split = { to_freelancer: '200', note: note('why') };

refusals('take_case', [
  { when: 'before it is contested', life: disputed(), does: { by: mia }, refused: 'not_found' },
  {
    when: 'to a party',
    life: contested(),
    does: { by: ann },
    at: '2026-11-06T10:00Z',
    refused: 'not_your_decision',
  },
  {
    when: 'to a party who mediates elsewhere',
    life: contested(),
    does: { by: { as: 'mediator', person: 'psn_ann' } },
    at: '2026-11-06T10:00Z',
    refused: 'not_your_decision',
  },
  {
    when: 'once another has it',
    life: taken,
    does: { by: max },
    at: '2026-11-06T11:00Z',
    refused: 'case_is_taken',
  },
]);

refusals('recommend_split', [
  {
    when: 'to a party',
    life: contested(),
    does: { by: ben, ...split },
    at: '2026-11-06T10:00Z',
    refused: 'not_your_decision',
  },
  {
    when: 'when two are open and none is named',
    life: then(twoOpen(), '2026-11-05T11:00Z', {
      type: 'answer_dispute',
      by: ben,
      answer: 'contest',
      dispute: 'dsp_1',
    }),
    does: { by: mia, ...split },
    at: '2026-11-05T12:00Z',
    refused: 'not_named',
  },
  {
    when: 'twice',
    life: recommended(),
    does: { by: mia, ...split },
    at: soon,
    refused: 'wrong_dispute_stage',
  },
  {
    when: 'once another has the case',
    life: taken,
    does: { by: max, ...split },
    at: '2026-11-06T11:00Z',
    refused: 'case_is_taken',
  },
  {
    when: 'without a note',
    life: taken,
    does: { by: mia, to_freelancer: '1' },
    at: '2026-11-06T11:00Z',
    refused: 'note_missing',
  },
  {
    when: 'of more than is held',
    life: taken,
    does: { by: mia, ...split, to_freelancer: '301' },
    at: '2026-11-06T11:00Z',
    refused: 'amount_exceeds_escrow',
  },
]);

for (const type of ['accept_recommendation', 'decline_recommendation'] as const) {
  refusals(type, [
    {
      when: 'when there is no dispute',
      life: completed(),
      does: { by: ann },
      refused: 'no_dispute',
    },
    {
      when: 'before there is any',
      life: contested(),
      does: { by: ann },
      at: '2026-11-06T10:00Z',
      refused: 'wrong_dispute_stage',
    },
    {
      when: 'once it is accepted by the same side',
      life: then(recommended(), soon, { type: 'accept_recommendation', by: ann }),
      does: { by: ann },
      at: soon,
      refused: 'wrong_dispute_stage',
    },
    {
      when: 'once mediation has failed',
      life: failed(),
      does: { by: ann },
      at: '2026-11-07T11:00Z',
      refused: 'wrong_dispute_stage',
    },
  ]);
}

const statement = note('bad');
refusals('request_mediation', [
  {
    when: 'on an offer',
    life: offered(),
    does: { by: ann, statement },
    at: '2026-11-02T10:00Z',
    refused: 'contract_is_offered',
  },
  {
    when: 'while one is open',
    life: mediated(),
    does: { by: ann, statement },
    at: '2026-11-05T10:00Z',
    refused: 'dispute_is_open',
  },
  {
    when: 'when nothing was paid',
    life: active(),
    does: { by: ann, statement },
    refused: 'mediation_window_has_closed',
  },
  {
    when: 'thirty days after the payment',
    life: completed(),
    does: { by: ann, statement },
    at: '2026-12-04T09:00Z',
    refused: 'mediation_window_has_closed',
  },
  { when: 'without a statement', life: completed(), does: { by: ann }, refused: 'note_missing' },
]);

test('a mediator is asked for until thirty days after the payment, to the second', () => {
  const ask = { type: 'request_mediation', by: ann, statement } as const;
  follows(doneBy(completed(), ask, '2026-12-04T08:59:59Z'), {
    events: ['dispute_opened'],
    postings: [],
  });
});

test('what both accept is paid out', () => {
  const one = then(recommended(), soon, { type: 'accept_recommendation', by: ann });
  follows(doneBy(one, { type: 'accept_recommendation', by: ben }, soon), {
    events: ['recommendation_accepted', 'dispute_closed'],
    postings: [
      'contract.held > freelancer.pending 180.00',
      'contract.held > platform.fees 20.00',
      'contract.held > client.available 100.00',
    ],
  });
});

test('about paid money, less than was paid is a refund and more is a bonus', () => {
  const offer = (to_freelancer: string, by: typeof ann) =>
    then(mediated(), '2026-11-06T09:00Z', { type: 'offer_settlement', by, to_freelancer });
  follows(doneBy(offer('400', ben), { type: 'accept_settlement', by: ann }, '2026-11-06T10:00Z'), {
    events: ['refund_given', 'dispute_closed'],
    postings: [
      'freelancer.pending > client.available 90.00',
      'platform.fees > client.available 10.00',
    ],
    money: { paid: '500.00', refunded: '100.00', fees: '40.00' },
  });
  follows(doneBy(offer('550', ann), { type: 'accept_settlement', by: ben }, '2026-11-06T10:00Z'), {
    events: ['bonus_paid', 'dispute_closed'],
    postings: [
      'client.available > freelancer.pending 45.00',
      'client.available > platform.fees 5.00',
    ],
  });
  const same = doneBy(
    offer('500', ann),
    { type: 'accept_settlement', by: ben },
    '2026-11-06T10:00Z',
  );
  follows(same, { events: ['dispute_closed'], postings: [] });
});

refusals('accept_settlement', [
  {
    when: 'for a bonus that the client cannot pay',
    life: then(mediated(), '2026-11-06T09:00Z', {
      type: 'offer_settlement',
      by: ann,
      to_freelancer: '550',
    }),
    does: { by: ben },
    at: '2026-11-06T10:00Z',
    world: { ...usual, available: '49.99', card: true },
    refused: 'amount_exceeds_balance',
  },
  {
    when: 'for a refund of what the freelancer has spent',
    life: then(
      then(completed(), '2026-11-10T09:00Z', { type: 'request_mediation', by: ben, statement }),
      '2026-11-10T10:00Z',
      { type: 'offer_settlement', by: ben, to_freelancer: '0' },
    ),
    does: { by: ann },
    at: '2026-11-10T11:00Z',
    refused: 'amount_exceeds_balance',
  },
]);

test('a mediator has commands on a contract only where a case is theirs or free', () => {
  const now = moment('2026-11-06T11:00Z');
  assert.deepEqual(canOf(disputed().contract, mia, now), {});
  assert.equal(canOf(contested().contract, max, now).take_case, true);
  assert.deepEqual(canOf(taken.contract, max, now), {});
  assert.equal(canOf(taken.contract, mia, now).recommend_split, true);
  assert.equal(canOf(taken.contract, mia, now).end_contract, undefined);
});
