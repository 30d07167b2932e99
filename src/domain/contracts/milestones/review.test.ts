// Work submitted, its review, and what pays it: a click, a part of one, or silence.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  doneBy,
  follows,
  lines,
  onlyWhenActive,
  plan,
  refusals,
  soon,
} from '../../../../test/trials.ts';
import { caughtUp } from '../../step.ts';
import {
  active,
  endedByFreelancer,
  endedUnderReview,
  funded,
  funding,
  offered,
  offeredWithMoney,
  partlyReleased,
  refundRequested,
  submitted,
} from '../examples.ts';
import { ann, ben, moment, note, then } from '../lives.ts';

const milestone = 'sketches';
const byAnn = { by: ann, milestone };
const byBen = { by: ben, milestone };
const why = { note: note('colours') };
const settled = then(submitted(), '2026-11-04T09:00Z', { type: 'release_payment', ...byBen });

refusals('submit_work', [
  ...onlyWhenActive(funded(), { by: ann }, { milestone }),
  {
    when: 'after the end, even while under review',
    life: endedUnderReview(),
    does: byAnn,
    refused: 'contract_has_ended',
  },
  {
    when: 'for what is not there',
    life: funded(),
    does: { by: ann, milestone: 'nowhere' },
    refused: 'milestone_not_found',
  },
  { when: 'for what is released', life: settled, does: byAnn, refused: 'milestone_is_settled' },
  { when: 'for what is planned', life: active(), does: byAnn, refused: 'milestone_not_funded' },
  {
    when: 'for what is being funded',
    life: funding(),
    does: byAnn,
    at: '2026-11-02T14:00Z',
    refused: 'milestone_not_funded',
  },
  {
    when: 'for what holds only a rest',
    life: partlyReleased(),
    does: { by: ann, milestone: 'final' },
    refused: 'milestone_not_funded',
  },
]);

refusals('withdraw_submission', [
  ...onlyWhenActive(submitted(), { by: ann }, { milestone }),
  {
    when: 'after the end, though it is under review',
    life: endedUnderReview(),
    does: byAnn,
    refused: 'contract_has_ended',
  },
  { when: 'when it is released', life: settled, does: byAnn, refused: 'milestone_is_settled' },
  {
    when: 'when nothing is submitted',
    life: funded(),
    does: byAnn,
    refused: 'milestone_not_submitted',
  },
]);

refusals('request_changes', [
  ...onlyWhenActive(submitted(), { by: ben }, { milestone, ...why }),
  {
    when: 'when it is released',
    life: settled,
    does: { ...byBen, ...why },
    refused: 'milestone_is_settled',
  },
  {
    when: 'when nothing is submitted',
    life: funded(),
    does: { ...byBen, ...why },
    refused: 'milestone_not_submitted',
  },
  {
    when: 'without saying what',
    life: submitted(),
    does: byBen,
    refused: 'note_missing',
    field: 'note',
  },
]);

refusals('release_payment', [
  ...onlyWhenActive(submitted(), { by: ben }, { milestone }).filter(
    (row) => row.refused !== 'contract_has_ended',
  ),
  {
    when: 'before it is accepted, though it holds money',
    life: offeredWithMoney(),
    does: byBen,
    refused: 'contract_is_offered',
  },
  {
    when: 'after the end, when nothing is held',
    life: endedByFreelancer(),
    does: byBen,
    refused: 'contract_has_ended',
  },
  {
    when: 'for what is not there',
    life: submitted(),
    does: { by: ben, milestone: 'nowhere' },
    refused: 'milestone_not_found',
  },
  { when: 'for what is released', life: settled, does: byBen, refused: 'milestone_is_settled' },
  {
    when: 'for what is void, while other money is held',
    life: refundRequested(),
    does: { by: ben, milestone: 'final' },
    refused: 'milestone_is_settled',
  },
  { when: 'for what holds nothing', life: active(), does: byBen, refused: 'milestone_not_funded' },
  {
    when: 'of nothing',
    life: submitted(),
    does: { ...byBen, amount: '0.00' },
    refused: 'amount_not_positive',
    field: 'amount',
  },
  {
    when: 'with a digit too many',
    life: submitted(),
    does: { ...byBen, amount: '0.001' },
    refused: 'amount_has_too_many_digits',
  },
  {
    when: 'of more than is held',
    life: submitted(),
    does: { ...byBen, amount: '500.01' },
    refused: 'amount_exceeds_escrow',
    field: 'amount',
  },
]);

test('silence pays exactly what a click would have paid', () => {
  const { contract } = submitted();
  const silent = caughtUp(contract, moment('2026-11-17T15:20Z'));
  const clicked = doneBy(submitted(), { type: 'release_payment', ...byBen });
  assert.deepEqual(lines(silent.postings), lines(clicked.postings));
  assert.deepEqual(plan(silent.state), plan(clicked.state));
  assert.deepEqual(silent.state.money, clicked.state.money);
});

test('a release pays the freelancer less the fee, and the milestone is released', () => {
  follows(doneBy(submitted(), { type: 'release_payment', ...byBen }), {
    events: ['payment_released'],
    postings: [
      'contract.escrow > freelancer.pending 450.00',
      'contract.escrow > platform.fees 50.00',
    ],
    plan: { sketches: 'released 0.00', final: 'planned 0.00' },
    money: { paid: '500.00', fees: '50.00' },
  });
});

test('a release needs no submission', () => {
  follows(doneBy(funded(), { type: 'release_payment', ...byBen }), {
    events: ['payment_released'],
  });
});

test('the rest of a part moves whole to the next planned milestone', () => {
  const part = { type: 'release_payment', ...byBen, amount: '100.05' } as const;
  const step = doneBy(submitted(), part);
  follows(step, {
    postings: [
      'contract.escrow > freelancer.pending 90.04',
      'contract.escrow > platform.fees 10.01',
    ],
    plan: { sketches: 'released 0.00', final: 'funded 399.95' },
    money: { escrow: '399.95', paid: '100.05', fees: '10.01' },
  });
  assert.equal(step.state.milestones[0]?.moved.minor, 39995n);
});

test('a rest that is less than the next milestone leaves that planned, with money in it', () => {
  assert.deepEqual(plan(partlyReleased().contract), {
    sketches: 'released 0.00',
    final: 'planned 250.00',
  });
});

test('a planned milestone with money is released, all or part; the last keeps its rest', () => {
  const all = { type: 'release_payment', by: ben, milestone: 'final' } as const;
  follows(doneBy(partlyReleased(), all), {
    plan: { sketches: 'released 0.00', final: 'released 0.00' },
  });
  follows(doneBy(partlyReleased(), { ...all, amount: '50' }), {
    plan: { sketches: 'released 0.00', final: 'funded 200.00' },
    money: { escrow: '200.00', paid: '300.00', fees: '30.00' },
  });
});

test('submitting again keeps the clock; after a request for changes it is new', () => {
  const again = then(submitted(), soon, { type: 'submit_work', ...byAnn });
  assert.equal(`${again.contract.milestones[0]?.submittedAt}`, '2026-11-03T15:20:00Z');
  assert.equal(again.contract.submissions.length, 2);
  const changes = then(again, '2026-11-10T09:00Z', { type: 'request_changes', ...byBen, ...why });
  assert.deepEqual(
    [changes.contract.milestones[0]?.status, changes.contract.milestones[0]?.changesRequested],
    ['funded', 1],
  );
  const anew = then(changes, '2026-11-12T09:00Z', { type: 'submit_work', ...byAnn });
  assert.equal(`${anew.contract.milestones[0]?.submittedAt}`, '2026-11-12T09:00:00Z');
});

test('a submission taken back leaves the milestone funded, and nothing to silence', () => {
  const { state } = doneBy(submitted(), { type: 'withdraw_submission', ...byAnn });
  assert.equal(plan(state).sketches, 'funded 500.00');
  assert.deepEqual(caughtUp(state, moment('2027-02-01T15:20Z')).postings, []);
});

test('after the end a click or a part of it still answers the review', () => {
  follows(doneBy(endedUnderReview(), { type: 'release_payment', ...byBen }), {
    events: ['payment_released'],
    plan: { sketches: 'released 0.00', final: 'void 0.00' },
  });
  const step = doneBy(endedUnderReview(), { type: 'release_payment', ...byBen, amount: '200' });
  follows(step, {
    events: ['payment_released', 'escrow_refund_requested'],
    plan: { sketches: 'funded 300.00', final: 'void 0.00' },
  });
  assert.equal(step.state.escrowRefund?.status, 'open');
});

test('after the end a request for changes asks for all that is held', () => {
  const step = doneBy(endedUnderReview(), { type: 'request_changes', ...byBen, ...why });
  follows(step, {
    events: ['changes_requested', 'escrow_refund_requested'],
    plan: { sketches: 'funded 500.00', final: 'void 0.00' },
  });
  assert.equal(offered().contract.status, 'offered');
});
