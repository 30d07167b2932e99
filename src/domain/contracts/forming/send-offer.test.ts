import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, plan, refusals, soon } from '../../../../test/trials.ts';
import { logo, offered } from '../examples.ts';
import { ann, ben, classic, onCard, penniless, tried, usual } from '../lives.ts';

const offer = { by: ben, to: 'psn_ann', ...logo };
const milestone = (amount: string) => [{ title: 'Sketches', amount }];
const twins = [
  { id: 'a', title: 'A', amount: '10' },
  { id: 'a', title: 'A again', amount: '1' },
];

refusals('send_offer', [
  {
    when: 'as a freelancer',
    life: null,
    does: { ...offer, by: ann },
    refused: 'not_your_decision',
  },
  {
    when: 'to oneself',
    life: null,
    does: { ...offer, to: 'psn_ben' },
    refused: 'own_offer',
    field: 'to',
  },
  { when: 'to nobody', life: null, does: { ...offer, to: null }, refused: 'person_not_found' },
  {
    when: 'in a currency not on offer',
    life: null,
    does: { ...offer, currency: 'CHF' },
    refused: 'currency_not_offered',
  },
  {
    when: 'in what is no currency',
    life: null,
    does: { ...offer, currency: 'toString' },
    refused: 'currency_not_offered',
  },
  {
    when: 'with one id twice',
    life: null,
    does: { ...offer, milestones: twins },
    refused: 'milestone_exists',
    field: 'milestones[1].id',
  },
  {
    when: 'for nothing',
    life: null,
    does: { ...offer, milestones: milestone('0.00') },
    refused: 'amount_not_positive',
    field: 'milestones[0].amount',
  },
  {
    when: 'for less than nothing',
    life: null,
    does: { ...offer, milestones: milestone('-5') },
    refused: 'amount_not_positive',
  },
  {
    when: 'below the minimum',
    life: null,
    does: { ...offer, milestones: milestone('4.99') },
    refused: 'amount_below_minimum',
  },
  {
    when: 'below the minimum by a digit too many',
    life: null,
    does: { ...offer, milestones: milestone('4.999') },
    refused: 'amount_below_minimum',
  },
  {
    when: 'with a digit too many',
    life: null,
    does: { ...offer, milestones: milestone('5.001') },
    refused: 'amount_has_too_many_digits',
  },
  {
    when: 'for more than fits',
    life: null,
    does: { ...offer, milestones: milestone('99999999999999.99') },
    refused: 'amount_has_too_many_digits',
  },
  {
    when: 'with the first milestone and no means',
    life: null,
    does: { ...offer, fund_first: true },
    world: penniless,
    refused: 'payment_method_missing',
  },
]);

const send = { type: 'send_offer', ...offer } as const;

test('an offer is sent with its terms and a copy of the policy', () => {
  const step = doneBy(null, send, soon, usual);
  follows(step, {
    status: 'offered',
    events: ['offer_sent'],
    postings: [],
    plan: { sketches: 'planned 0.00', final: 'planned 0.00' },
    money: {},
  });
  assert.equal(step.state.terms.policy.name, 'standard');
  assert.equal(step.state.terms.version, 1);
});

test('milestones without a name get one that is free', () => {
  const milestones = [
    { title: 'A', amount: '5' },
    { id: 'm1', title: 'B', amount: '5' },
  ];
  const step = doneBy(null, { ...send, milestones }, soon, usual);
  assert.deepEqual(Object.keys(plan(step.state)), ['m2', 'm1']);
});

test('the first milestone comes along from the balance, the fee of the client on top', () => {
  follows(doneBy(null, { ...send, fund_first: true }, soon, classic), {
    status: 'offered',
    events: ['offer_sent', 'milestone_funded'],
    postings: [
      'client.available > contract.escrow 500.00',
      'client.available > platform.fees 13.75',
    ],
    plan: { sketches: 'planned 500.00', final: 'planned 0.00' },
    money: { escrow: '500.00', clientFees: '13.75' },
  });
});

test('an offer whose money is charged is sent, and its time begins, when it is there', () => {
  const drafted = offered({ fund_first: true }, onCard);
  assert.equal(drafted.contract.status, 'unsent');
  assert.equal(drafted.contract.sentAt, null);
  const confirm = {
    type: 'confirm_charge',
    by: { as: 'payments', person: null },
    charge: 'chg_1',
  } as const;
  const step = doneBy(drafted, confirm, '2026-11-02T20:00Z');
  follows(step, {
    status: 'offered',
    events: ['milestone_funded', 'offer_sent'],
    postings: ['outside > contract.escrow 500.00'],
  });
  assert.equal(`${step.state.sentAt}`, '2026-11-02T20:00:00Z');
});

test('whose charge fails or is never answered, that offer was never sent', () => {
  const drafted = offered({ fund_first: true }, onCard);
  const fail = {
    type: 'fail_charge',
    by: { as: 'payments', person: null },
    charge: 'chg_1',
  } as const;
  follows(doneBy(drafted, fail, '2026-11-02T20:00Z'), {
    status: 'withdrawn',
    events: ['charge_failed', 'offer_withdrawn'],
    postings: [],
  });
  const later = tried(drafted.contract, '2026-11-03T09:00Z', { type: 'accept_offer', by: ann });
  assert.deepEqual(later, { rejected: 'not_found', facts: {} });
});
