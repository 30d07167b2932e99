import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenActive, plan, refusals } from '../../../../test/trials.ts';
import { openQuestion } from '../contract.ts';
import {
  active,
  cancelProposed,
  changeProposed,
  funded,
  funding,
  offered,
  partlyReleased,
  questionOpen,
  refundRequested,
  submitted,
} from '../examples.ts';
import { ann, ben, classic, praise, then } from '../lives.ts';

const reason = 'other';
const { skills: _, ...five } = praise.stars;
const end = { by: ben, reason, feedback: praise } as const;

refusals('end_contract', [
  ...onlyWhenActive(funded(), { by: ben, either: true }, { reason, feedback: praise }).slice(0, 2),
  {
    when: 'by the freelancer with a payment',
    life: funded(),
    does: { ...end, by: ann, release: '1' },
    refused: 'not_your_decision',
    field: 'release',
  },
  ...onlyWhenActive(funded(), { by: ben, either: true }, { reason, feedback: praise }).slice(2),
  {
    when: 'without feedback',
    life: funded(),
    does: { by: ben, reason },
    refused: 'feedback_required',
    field: 'feedback',
  },
  {
    when: 'with five stars of six',
    life: funded(),
    does: { ...end, feedback: { ...praise, stars: five } },
    refused: 'feedback_incomplete',
    field: 'feedback.stars.skills',
  },
  {
    when: 'with half a star',
    life: funded(),
    does: { ...end, feedback: { ...praise, stars: { ...praise.stars, quality: 4.5 } } },
    refused: 'feedback_incomplete',
    field: 'feedback.stars.quality',
  },
  {
    when: 'with six stars in one',
    life: funded(),
    does: { ...end, feedback: { ...praise, stars: { ...praise.stars, quality: 6 } } },
    refused: 'feedback_incomplete',
  },
  {
    when: 'paying less than nothing',
    life: funded(),
    does: { ...end, release: '-1' },
    refused: 'amount_not_positive',
    field: 'release',
  },
  {
    when: 'with a digit too many',
    life: funded(),
    does: { ...end, release: '0.001' },
    refused: 'amount_has_too_many_digits',
  },
  {
    when: 'paying more than is held',
    life: funded(),
    does: { ...end, release: '500.01' },
    refused: 'amount_exceeds_escrow',
    field: 'release',
  },
  {
    when: 'paying out of what is under review',
    life: submitted(),
    does: { ...end, release: '1' },
    refused: 'amount_exceeds_escrow',
  },
]);

const ends = { type: 'end_contract', ...end } as const;
const endsAnn = { ...ends, by: ann } as const;

test('when the client ends, what is not under review is paid as said, the rest asked back', () => {
  const step = doneBy(funded(), { ...ends, release: '200' });
  follows(step, {
    status: 'ended',
    events: ['contract_ended', 'payment_released', 'escrow_refund_requested', 'feedback_given'],
    postings: [
      'contract.escrow > freelancer.pending 180.00',
      'contract.escrow > platform.fees 20.00',
    ],
    plan: { sketches: 'funded 300.00', final: 'void 0.00' },
    money: { escrow: '300.00', paid: '200.00', fees: '20.00' },
  });
  assert.deepEqual(
    step.state.escrowRefund?.parts.map((part) => part.amount.minor),
    [30000n],
  );
  assert.deepEqual([step.state.outcome?.by, step.state.outcome?.kind], ['client', 'completed']);
});

test('work under review keeps its clock when the client ends', () => {
  const step = doneBy(submitted(), ends);
  follows(step, {
    events: ['contract_ended', 'feedback_given'],
    postings: [],
    plan: { sketches: 'submitted 500.00', final: 'void 0.00' },
  });
  assert.equal(`${step.state.milestones[0]?.submittedAt}`, '2026-11-03T15:20:00Z');
});

test('when the freelancer ends, all that is held goes back at once, also from under review', () => {
  follows(doneBy(submitted(classic), endsAnn), {
    status: 'ended',
    events: ['contract_ended', 'escrow_returned', 'feedback_given'],
    postings: [
      'contract.escrow > client.available 500.00',
      'platform.fees > client.available 13.75',
    ],
    plan: { sketches: 'refunded 0.00', final: 'void 0.00' },
    money: { returned: '500.00' },
  });
  follows(doneBy(submitted(), { ...endsAnn, release: '0.00' }), { status: 'ended' });
});

test('money in a planned milestone counts as held, and released money stays', () => {
  follows(doneBy(partlyReleased(), ends), {
    plan: { sketches: 'released 0.00', final: 'void 250.00' },
    money: { escrow: '250.00', paid: '250.00', fees: '25.00' },
  });
  follows(doneBy(partlyReleased(), endsAnn), {
    plan: { sketches: 'released 0.00', final: 'void 0.00' },
    money: { paid: '250.00', returned: '250.00', fees: '25.00' },
  });
  follows(doneBy(partlyReleased(), { ...ends, release: '250' }), {
    events: ['contract_ended', 'payment_released', 'feedback_given'],
    plan: { sketches: 'released 0.00', final: 'released 0.00' },
  });
});

test('what was only planned or on its way is void', () => {
  follows(doneBy(active(), ends), { plan: { sketches: 'void 0.00', final: 'void 0.00' } });
  follows(doneBy(funding(), endsAnn, '2026-11-02T14:00Z'), {
    plan: { sketches: 'void 0.00', final: 'void 0.00' },
  });
});

test('open changes, cancels and questions lapse with the end', () => {
  assert.equal(doneBy(changeProposed(), ends).state.change?.status, 'lapsed');
  assert.equal(doneBy(cancelProposed(), ends).state.cancel?.status, 'lapsed');
  assert.equal(openQuestion(doneBy(questionOpen(), ends, '2026-11-09T10:00Z').state), undefined);
});

const onSketches = { milestone: 'sketches' } as const;
const reviewed = then(submitted(), '2026-11-04T12:00Z', ends);
const changes = {
  type: 'request_changes',
  by: ben,
  ...onSketches,
  note: { text: 't', digest: 'd' },
} as const;

test('a request that grows starts its clock anew, one that shrinks keeps it', () => {
  const grown = then(reviewed, '2026-11-06T12:00Z', changes);
  assert.equal(`${grown.contract.escrowRefund?.at}`, '2026-11-06T12:00:00Z');
  const paid = then(grown, '2026-11-07T12:00Z', {
    type: 'release_payment',
    by: ben,
    ...onSketches,
    amount: '100',
  });
  assert.equal(`${paid.contract.escrowRefund?.at}`, '2026-11-06T12:00:00Z');
  assert.equal(paid.contract.escrowRefund?.parts[0]?.amount.minor, 40000n);
});

test('a request grows by what was under review, beside what it asks for already', () => {
  const milestones = ['one', 'two', 'three'].map((id) => ({ id, title: id, amount: '100' }));
  const accepted = then(offered({ milestones }), '2026-11-02T10:00Z', {
    type: 'accept_offer',
    by: ann,
  });
  const at = '2026-11-02T11:00Z';
  const fund = (milestone: string) => ({ type: 'fund_milestone', by: ben, milestone }) as const;
  const release = { type: 'release_payment', by: ben, milestone: 'one', amount: '40' } as const;
  // The rest of the first moves to the second; then the third is funded, and under review.
  const moved = then(then(accepted, at, fund('one')), at, release);
  const third = { type: 'submit_work', by: ann, milestone: 'three' } as const;
  const reviewed = then(then(then(moved, at, fund('three')), at, third), at, ends);
  assert.deepEqual(plan(reviewed.contract), {
    one: 'released 0.00',
    two: 'void 60.00',
    three: 'submitted 100.00',
  });
  const grown = doneBy(reviewed, { ...changes, milestone: 'three' }, '2026-11-03T11:00Z');
  const parts = grown.state.escrowRefund?.parts.map((part) => [part.milestone, part.amount.minor]);
  assert.deepEqual(parts, [
    ['two', 6000n],
    ['three', 10000n],
  ]);
});

const refund = refundRequested();

refusals('approve_escrow_refund', [
  ...onlyWhenActive(refund, { by: ann }).slice(0, 6),
  {
    when: 'once it has lapsed',
    life: refund,
    does: { by: ann },
    at: '2026-11-10T12:00Z',
    refused: 'proposal_has_lapsed',
  },
  {
    when: 'when nothing was asked',
    life: funded(),
    does: { by: ann },
    refused: 'no_refund_request',
  },
]);

refusals('withdraw_escrow_refund', [
  ...onlyWhenActive(refund, { by: ben }).slice(0, 6),
  {
    when: 'once it has lapsed',
    life: refund,
    does: { by: ben },
    at: '2026-11-10T12:00Z',
    refused: 'proposal_has_lapsed',
  },
  {
    when: 'when nothing was asked',
    life: funded(),
    does: { by: ben },
    refused: 'no_refund_request',
  },
]);

test('approved, what was asked for goes back, with the share of the fee', () => {
  follows(doneBy(refundRequested(classic), { type: 'approve_escrow_refund', by: ann }), {
    events: ['escrow_refund_approved', 'escrow_returned'],
    postings: [
      'contract.escrow > client.available 300.00',
      'platform.fees > client.available 8.25',
    ],
    plan: { sketches: 'released 0.00', final: 'void 0.00' },
    money: { paid: '200.00', returned: '300.00', fees: '20.00', clientFees: '5.50' },
  });
});

test('taken back, what is still asked for is paid', () => {
  const step = doneBy(refund, { type: 'withdraw_escrow_refund', by: ben });
  follows(step, {
    events: ['escrow_refund_withdrawn', 'payment_released'],
    postings: [
      'contract.escrow > freelancer.pending 270.00',
      'contract.escrow > platform.fees 30.00',
    ],
    plan: { sketches: 'released 0.00', final: 'void 0.00' },
  });
  assert.equal(step.state.escrowRefund?.status, 'withdrawn');
});

test('paid in full after all, the request is gone', () => {
  follows(doneBy(refund, { type: 'release_payment', by: ben, ...onSketches }), {
    events: ['payment_released', 'escrow_refund_withdrawn'],
    plan: { sketches: 'released 0.00', final: 'void 0.00' },
  });
});
