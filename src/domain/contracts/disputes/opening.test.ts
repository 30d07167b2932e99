import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenActive, refusals } from '../../../../test/trials.ts';
import {
  completed,
  endedByFreelancer,
  funded,
  offered,
  refundRequested,
  submitted,
} from '../examples.ts';
import { ann, ben, classic, mia, note, operator, stranger, then, tried } from '../lives.ts';
import { changedTwice, contested, disputed, milestoneDisputed, twoOpen } from './examples.ts';

const statement = note('done');
const milestone = 'sketches';

refusals('dispute_milestone', [
  ...onlyWhenActive(changedTwice(), { by: ann }, { milestone, statement }),
  {
    when: 'about no milestone',
    life: changedTwice(),
    does: { by: ann, milestone: 'none', statement },
    refused: 'milestone_not_found',
  },
  {
    when: 'once it is paid',
    life: then(changedTwice(), '2026-11-04T09:00Z', {
      type: 'release_payment',
      by: ben,
      milestone,
    }),
    does: { by: ann, milestone, statement },
    refused: 'milestone_is_settled',
  },
  {
    when: 'twice',
    life: milestoneDisputed(),
    does: { by: ann, milestone, statement },
    refused: 'escrow_is_disputed',
  },
  {
    when: 'without money in it',
    life: changedTwice(),
    does: { by: ann, milestone: 'final', statement },
    refused: 'milestone_not_funded',
  },
  {
    when: 'before changes were requested twice',
    life: submitted(),
    does: { by: ann, milestone, statement },
    refused: 'changes_not_exhausted',
  },
  {
    when: 'where changes have no end',
    life: changedTwice(classic),
    does: { by: ann, milestone, statement },
    refused: 'changes_not_exhausted',
  },
  {
    when: 'without a statement',
    life: changedTwice(),
    does: { by: ann, milestone },
    refused: 'note_missing',
    field: 'statement',
  },
]);

refusals('dispute_escrow_refund', [
  { when: 'to a stranger', life: refundRequested(), does: { by: stranger }, refused: 'not_found' },
  {
    when: 'to a mediator',
    life: refundRequested(),
    does: { by: mia, statement },
    refused: 'not_found',
  },
  {
    when: 'to an operator',
    life: refundRequested(),
    does: { by: operator },
    refused: 'not_a_party',
  },
  {
    when: 'to the client',
    life: refundRequested(),
    does: { by: ben, statement },
    refused: 'not_your_decision',
  },
  {
    when: 'on an offer',
    life: offered(),
    does: { by: ann, statement },
    refused: 'contract_is_offered',
  },
  {
    when: 'once its answer is late',
    life: refundRequested(),
    does: { by: ann, statement },
    at: '2026-11-10T12:00Z',
    refused: 'proposal_has_lapsed',
  },
  {
    when: 'twice',
    life: disputed(),
    does: { by: ann, statement },
    refused: 'escrow_is_disputed',
  },
  {
    when: 'when nothing is asked back',
    life: funded(),
    does: { by: ann, statement },
    refused: 'no_refund_request',
  },
  {
    when: 'without a statement',
    life: refundRequested(),
    does: { by: ann },
    refused: 'note_missing',
  },
  {
    when: 'about nothing',
    life: refundRequested(),
    does: { by: ann, statement, amount: '0' },
    refused: 'amount_not_positive',
  },
  {
    when: 'with a digit too many',
    life: refundRequested(),
    does: { by: ann, statement, amount: '0.001' },
    refused: 'amount_has_too_many_digits',
  },
  {
    when: 'about more than is asked back',
    life: refundRequested(),
    does: { by: ann, statement, amount: '300.01' },
    refused: 'amount_exceeds_escrow',
  },
]);

refusals('answer_dispute', [
  {
    when: 'to a stranger',
    life: disputed(),
    does: { by: stranger, answer: 'accept' },
    refused: 'not_found',
  },
  {
    when: 'to who opened it',
    life: disputed(),
    does: { by: ann, answer: 'accept' },
    refused: 'not_your_decision',
  },
  {
    when: 'when two are open and none is named',
    life: twoOpen(),
    does: { by: ben, answer: 'accept' },
    at: '2026-11-05T11:00Z',
    refused: 'not_named',
    field: 'dispute',
  },
  {
    when: 'when there never was one',
    life: completed(),
    does: { by: ben, answer: 'accept' },
    refused: 'no_dispute',
  },
  {
    when: 'by a name that none has',
    life: disputed(),
    does: { by: ben, answer: 'accept', dispute: 'dsp_9' },
    refused: 'no_dispute',
    field: 'dispute',
  },
  {
    when: 'twice',
    life: contested(),
    does: { by: ben, answer: 'accept' },
    at: '2026-11-06T10:00Z',
    refused: 'wrong_dispute_stage',
  },
]);

refusals('submit_evidence', [
  {
    when: 'to a mediator',
    life: contested(),
    does: { by: mia, note: note('x') },
    at: '2026-11-06T10:00Z',
    refused: 'not_your_decision',
  },
  {
    when: 'when there is no dispute',
    life: endedByFreelancer(),
    does: { by: ann, note: note('x') },
    refused: 'no_dispute',
  },
  {
    when: 'once it has ended',
    life: disputed(),
    does: { by: ann, note: note('x') },
    at: '2026-11-10T09:00Z',
    refused: 'evidence_is_closed',
  },
  { when: 'without a note', life: disputed(), does: { by: ann }, refused: 'note_missing' },
]);

test('a part of what is asked back is disputed: it is held, the rest goes back at once', () => {
  const dispute = { type: 'dispute_escrow_refund', by: ann, statement, amount: '120' } as const;
  follows(doneBy(refundRequested(), dispute), {
    events: ['escrow_refund_disputed', 'dispute_opened', 'escrow_returned'],
    postings: [
      'contract.escrow > contract.held 120.00',
      'contract.escrow > client.available 180.00',
    ],
    money: { held: '120.00', paid: '200.00', returned: '180.00', fees: '20.00' },
    plan: { sketches: 'funded 0.00', final: 'void 0.00' },
  });
});

test('a disputed milestone still counts as funded, and its review is over', () => {
  const { contract } = milestoneDisputed();
  const [sketches] = contract.milestones;
  assert.equal(sketches?.status, 'funded');
  assert.equal(sketches?.submittedAt, null);
  const fund = { type: 'fund_milestone', by: ben, milestone: 'final' } as const;
  const result = tried(contract, '2026-11-04T10:00Z', fund);
  assert.equal('rejected' in result && result.rejected, 'another_milestone_is_funded');
});

test('nothing that happens to a contract moves what a dispute holds', () => {
  const end = { type: 'end_contract', reason: 'other', feedback: undefined } as const;
  for (const by of [ann, ben]) {
    const feedback = { stars: {}, sealed: note('x') };
    const stars = { skills: 3, quality: 3, availability: 3 };
    const rest = { deadlines: 3, communication: 3, cooperation: 3 };
    const given = { ...feedback, stars: { ...stars, ...rest } };
    const step = doneBy(milestoneDisputed(), { ...end, by, feedback: given }, '2026-11-04T10:00Z');
    assert.deepEqual(step.postings, []);
    assert.equal(step.state.money.held.minor, 50000n);
  }
  const cancel = { type: 'propose_cancel', by: ann } as const;
  const proposed = then(milestoneDisputed(), '2026-11-04T10:00Z', cancel);
  const both = doneBy(proposed, { type: 'accept_cancel', by: ben }, '2026-11-04T11:00Z');
  assert.deepEqual(both.postings, []);
  assert.equal(both.state.money.held.minor, 50000n);
});

for (const type of ['release_payment', 'request_changes', 'submit_work', 'withdraw_submission']) {
  test(`${type} does not touch a disputed milestone`, () => {
    const by = type.includes('submi') ? ann : ben;
    const command = { type, by, milestone, note: note('x') } as never;
    const result = tried(milestoneDisputed().contract, '2026-11-04T10:00Z', command);
    assert.equal('rejected' in result && result.rejected, 'escrow_is_disputed');
  });
}

test('a disputed milestone is overdue for nobody', () => {
  const late = doneBy(
    milestoneDisputed(),
    { type: 'withdraw_dispute', by: ann },
    '2026-11-08T10:00Z',
  );
  assert.equal(late.state.milestones[0]?.overdueSince, null);
  const life = then(milestoneDisputed(), '2026-11-08T10:00Z', {
    type: 'answer_dispute',
    by: ben,
    answer: 'contest',
  });
  const due = then(life, '2026-11-11T09:00Z', {
    type: 'submit_evidence',
    by: ann,
    note: note('x'),
  });
  assert.equal(due.contract.milestones[0]?.duePassed, true);
  assert.equal(due.contract.milestones[0]?.overdueSince, null);
});
