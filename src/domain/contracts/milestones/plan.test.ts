// What the client does to the plan alone: adding, editing, removing and funding milestones.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenActive, refusals, soon } from '../../../../test/trials.ts';
import { active, funded, funding, partlyReleased, submitted } from '../examples.ts';
import { ben, classic, moment, onCard, penniless, then } from '../lives.ts';

const by = ben;
const extra = { title: 'Extra', amount: '50' };
const onFinal = { by, milestone: 'final' };
const onSketches = { by, milestone: 'sketches' };
const nowhere = { by, milestone: 'nowhere' };
const settled = then(submitted(classic), '2026-11-04T09:00Z', {
  type: 'release_payment',
  ...onSketches,
});
const added = then(active(), soon, { type: 'add_milestone', by, id: 'extra', ...extra });
const rest = then(submitted(classic), '2026-11-04T09:00Z', {
  type: 'release_payment',
  ...onSketches,
  amount: '250',
});

refusals('add_milestone', [
  ...onlyWhenActive(active(), { by }, extra),
  {
    when: 'with a name that is taken',
    life: active(),
    does: { by, ...extra, id: 'final' },
    refused: 'milestone_exists',
    field: 'id',
  },
  {
    when: 'for nothing',
    life: active(),
    does: { by, ...extra, amount: '0' },
    refused: 'amount_not_positive',
    field: 'amount',
  },
  {
    when: 'below the minimum',
    life: active(),
    does: { by, ...extra, amount: '4.99' },
    refused: 'amount_below_minimum',
  },
  {
    when: 'with a digit too many',
    life: active(),
    does: { by, ...extra, amount: '50.001' },
    refused: 'amount_has_too_many_digits',
  },
]);

refusals('edit_milestone', [
  ...onlyWhenActive(active(classic), { by }, onFinal),
  {
    when: 'when it is not there',
    life: active(),
    does: nowhere,
    refused: 'milestone_not_found',
    field: 'milestone',
  },
  { when: 'when it is released', life: settled, does: onSketches, refused: 'milestone_is_settled' },
  {
    when: 'when it is funded',
    life: funded(classic),
    does: onSketches,
    refused: 'milestone_already_funded',
  },
  {
    when: 'when it is under review',
    life: submitted(classic),
    does: onSketches,
    refused: 'milestone_already_funded',
  },
  {
    when: 'when it was agreed and the policy asks both',
    life: active(),
    does: onFinal,
    refused: 'change_needs_agreement',
  },
  {
    when: 'for nothing',
    life: active(classic),
    does: { ...onFinal, amount: '0' },
    refused: 'amount_not_positive',
  },
  {
    when: 'below what it holds',
    life: rest,
    does: { ...onFinal, amount: '249.99' },
    refused: 'amount_below_minimum',
    field: 'amount',
  },
  {
    when: 'with a digit too many',
    life: active(classic),
    does: { ...onFinal, amount: '1.001' },
    refused: 'amount_has_too_many_digits',
  },
]);

refusals('remove_milestone', [
  ...onlyWhenActive(active(classic), { by }, onFinal),
  { when: 'when it is not there', life: active(), does: nowhere, refused: 'milestone_not_found' },
  { when: 'when it is released', life: settled, does: onSketches, refused: 'milestone_is_settled' },
  {
    when: 'when it is funded',
    life: funded(classic),
    does: onSketches,
    refused: 'milestone_already_funded',
  },
  { when: 'when it holds money', life: rest, does: onFinal, refused: 'milestone_already_funded' },
  {
    when: 'when it was agreed and the policy asks both',
    life: active(),
    does: onFinal,
    refused: 'change_needs_agreement',
  },
]);

refusals('fund_milestone', [
  ...onlyWhenActive(active(), { by }, onSketches),
  { when: 'when it is not there', life: active(), does: nowhere, refused: 'milestone_not_found' },
  { when: 'when it is released', life: settled, does: onSketches, refused: 'milestone_is_settled' },
  {
    when: 'when it is funded',
    life: funded(),
    does: onSketches,
    refused: 'milestone_already_funded',
  },
  {
    when: 'when it is being funded',
    life: funding(),
    does: onSketches,
    at: '2026-11-02T14:00Z',
    refused: 'milestone_already_funded',
  },
  {
    when: 'when it is under review',
    life: submitted(),
    does: onSketches,
    refused: 'milestone_already_funded',
  },
  {
    when: 'while another one is funded',
    life: funded(),
    does: onFinal,
    refused: 'another_milestone_is_funded',
  },
  {
    when: 'while another one is being funded',
    life: funding(),
    does: onFinal,
    at: '2026-11-02T14:00Z',
    refused: 'another_milestone_is_funded',
  },
  {
    when: 'without means',
    life: active(),
    does: onSketches,
    world: penniless,
    refused: 'payment_method_missing',
  },
]);

test('a milestone is added to the plan and is not agreed on', () => {
  const { state } = doneBy(active(), { type: 'add_milestone', by, ...extra });
  const last = state.milestones.at(-1);
  assert.deepEqual([last?.id, last?.status, last?.agreed], ['m3', 'planned', false]);
  assert.equal(state.terms.milestones.length, 2);
});

test('what only the client planned, the client edits and removes alone under any policy', () => {
  const due = moment('2026-12-01T00:00Z');
  const { state } = doneBy(added, {
    type: 'edit_milestone',
    by,
    milestone: 'extra',
    title: 'More',
    amount: '70',
    due,
  });
  const edited = state.milestones.at(-1);
  assert.deepEqual([edited?.title, edited?.amount.minor, edited?.due], ['More', 7000n, due]);
  follows(doneBy(added, { type: 'remove_milestone', by, milestone: 'extra' }), {
    events: ['milestone_removed'],
    plan: { sketches: 'planned 0.00', final: 'planned 0.00' },
  });
});

test('edited down to what it holds, a milestone is funded', () => {
  follows(doneBy(rest, { type: 'edit_milestone', ...onFinal, amount: '250' }), {
    postings: [],
    plan: { sketches: 'released 0.00', final: 'funded 250.00' },
  });
});

test('funding takes the amount from the balance, when that covers it with the fee', () => {
  follows(doneBy(active(classic), { type: 'fund_milestone', ...onSketches }), {
    events: ['milestone_funded'],
    postings: [
      'client.available > contract.escrow 500.00',
      'client.available > platform.fees 13.75',
    ],
    plan: { sketches: 'funded 500.00', final: 'planned 0.00' },
  });
});

test('a balance that lacks a cent of the fee pays nothing: all of it is charged', () => {
  const almost = { ...classic, available: '513.74', card: true };
  follows(doneBy(active(classic), { type: 'fund_milestone', ...onSketches }, soon, almost), {
    events: ['charge_requested'],
    postings: [],
    plan: { sketches: 'funding 0.00', final: 'planned 0.00' },
  });
  const enough = { ...almost, available: '513.75' };
  follows(doneBy(active(classic), { type: 'fund_milestone', ...onSketches }, soon, enough), {
    events: ['milestone_funded'],
  });
});

test('funding tops up what a part release has moved', () => {
  follows(doneBy(partlyReleased(), { type: 'fund_milestone', ...onFinal }), {
    postings: ['client.available > contract.escrow 50.00'],
    plan: { sketches: 'released 0.00', final: 'funded 300.00' },
  });
});

const payments = { as: 'payments', person: null } as const;
const confirm = { type: 'confirm_charge', by: payments, charge: 'chg_1' } as const;

test('a charge that is confirmed in time funds the milestone', () => {
  follows(doneBy(funding(), confirm, '2026-11-03T12:59:59Z'), {
    events: ['milestone_funded'],
    postings: ['outside > contract.escrow 500.00'],
    plan: { sketches: 'funded 500.00', final: 'planned 0.00' },
  });
});

test('a charge unconfirmed for a day leaves the milestone planned; late, it is credited', () => {
  follows(doneBy(funding(), confirm, '2026-11-03T13:00:00Z'), {
    events: ['charge_credited'],
    postings: ['outside > client.available 500.00'],
    plan: { sketches: 'planned 0.00', final: 'planned 0.00' },
    money: {},
  });
});

test('a late confirmation does not fund what is being funded anew', () => {
  const again = then(
    funding(),
    '2026-11-03T14:00Z',
    { type: 'fund_milestone', ...onSketches },
    onCard,
  );
  const late = then(again, '2026-11-03T14:10Z', confirm);
  assert.equal(late.contract.milestones[0]?.status, 'funding');
  assert.equal(late.postings.at(-1)?.to.kind, 'client.available');
});

test('a charge that fails leaves the milestone planned; said twice it changes nothing', () => {
  const fail = { type: 'fail_charge', by: payments, charge: 'chg_1' } as const;
  const failed = then(funding(), '2026-11-02T14:00Z', fail);
  assert.equal(failed.contract.milestones[0]?.status, 'planned');
  follows(doneBy(failed, fail, '2026-11-02T14:01Z'), { events: [] });
});

test('a confirmation that comes twice counts once, and after the end it is credited', () => {
  const confirmed = then(funding(), '2026-11-02T14:00Z', confirm);
  follows(doneBy(confirmed, confirm, '2026-11-02T14:01Z'), { events: [], postings: [] });
  const end = {
    type: 'end_contract',
    by,
    reason: 'other',
    feedback: {
      stars: {
        skills: 3,
        quality: 3,
        availability: 3,
        deadlines: 3,
        communication: 3,
        cooperation: 3,
      },
      sealed: { text: 't', digest: 'd' },
    },
  } as const;
  const ended = then(funding(), '2026-11-02T14:00Z', end);
  follows(doneBy(ended, confirm, '2026-11-02T15:00Z'), {
    postings: ['outside > client.available 500.00'],
    plan: { sketches: 'void 0.00', final: 'void 0.00' },
  });
});

refusals('confirm_charge', [
  {
    when: 'to the client',
    life: funding(),
    does: { by, charge: 'chg_1' },
    at: '2026-11-02T14:00Z',
    refused: 'not_your_decision',
  },
]);
refusals('fail_charge', [
  {
    when: 'for a charge that is not there',
    life: funding(),
    does: { by: payments, charge: 'chg_2' },
    at: '2026-11-02T14:00Z',
    refused: 'not_found',
    field: 'charge',
  },
]);
