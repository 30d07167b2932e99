// Opening a contract again, together: what stands against it, and what it brings back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenActive, refusals } from '../../../../test/trials.ts';
import { isRejection } from '../../rejections.ts';
import { completed, endedByFreelancer, funded, refundRequested } from '../examples.ts';
import { ann, ben, classic, type Life, note, praise, then, tried } from '../lives.ts';

const closing = '2026-11-19T00:00Z';
const at = '2026-11-05T10:00Z';
const proposed = (life = completed()) =>
  then(life, '2026-11-05T09:00Z', { type: 'propose_reopen', by: ben, note: note('sorry') });
const revealed = then(completed(), '2026-11-05T09:00Z', {
  type: 'give_feedback',
  by: ann,
  ...praise,
});
const never = { life: completed(classic), refused: 'reopening_not_allowed' } as const;

const wrong = (by = ann) => [
  ...onlyWhenActive(completed(), { by, either: true }).slice(0, 5),
  { when: 'before the end', life: funded(), does: { by }, refused: 'contract_not_ended' as const },
];

refusals('propose_reopen', [
  ...wrong(),
  { when: 'where the policy knows none', does: { by: ann }, ...never },
  {
    when: 'once feedback is revealed',
    life: revealed,
    does: { by: ann },
    at,
    refused: 'reopening_not_allowed',
  },
  {
    when: 'when feedback has closed',
    life: completed(),
    does: { by: ann },
    at: closing,
    refused: 'reopening_not_allowed',
  },
  {
    when: 'while money is asked back',
    life: refundRequested(),
    does: { by: ann },
    refused: 'reopening_not_allowed',
  },
  {
    when: "while the other's is open",
    life: proposed(),
    does: { by: ann },
    at,
    refused: 'proposal_is_open',
  },
]);

refusals('accept_reopen', [
  ...wrong(),
  { when: 'where the policy knows none', does: { by: ann }, ...never },
  { when: 'when there is none', life: completed(), does: { by: ann }, refused: 'no_proposal' },
  { when: 'to its own maker', life: proposed(), does: { by: ben }, at, refused: 'own_proposal' },
  {
    when: 'when feedback has closed',
    life: proposed(),
    does: { by: ann },
    at: closing,
    refused: 'proposal_has_lapsed',
  },
]);

refusals('decline_reopen', [
  ...wrong(),
  { when: 'when there is none', life: completed(), does: { by: ann }, refused: 'no_proposal' },
  { when: 'to its own maker', life: proposed(), does: { by: ben }, at, refused: 'own_proposal' },
  {
    when: 'when feedback has closed',
    life: proposed(),
    does: { by: ann },
    at: closing,
    refused: 'proposal_has_lapsed',
  },
]);

refusals('withdraw_reopen', [
  {
    when: 'to the other side',
    life: proposed(),
    does: { by: ann },
    at,
    refused: 'not_your_decision',
  },
  { when: 'before the end', life: funded(), does: { by: ann }, refused: 'contract_not_ended' },
  { when: 'when there is none', life: completed(), does: { by: ann }, refused: 'no_proposal' },
  {
    when: 'when feedback has closed',
    life: proposed(),
    does: { by: ben },
    at: closing,
    refused: 'proposal_has_lapsed',
  },
]);

test('why it cannot be opened again is told, and what comes closest', () => {
  const why = (life: Life, when = at) => {
    const result = tried(life.contract, when, { type: 'propose_reopen', by: ann }, life.world);
    return isRejection(result) ? result.facts.because : null;
  };
  assert.equal(why(completed(classic)), 'policy');
  assert.equal(why(revealed), 'revealed');
  assert.equal(why(refundRequested()), 'escrow_refund');
  const cancel = then(funded(), '2026-11-03T09:00Z', { type: 'propose_cancel', by: ann });
  const together = then(cancel, '2026-11-03T10:00Z', { type: 'accept_cancel', by: ben });
  assert.equal(why(together, '2026-11-18T00:00Z'), 'closed');
  const asked = then(completed(), '2026-11-05T09:00Z', {
    type: 'request_payment',
    by: ann,
    amount: '10',
    note: note('more'),
  });
  assert.equal(why(asked), 'request');
});

test('opened again, what was given up is planned again and what went back stays there', () => {
  const step = doneBy(proposed(endedByFreelancer()), { type: 'accept_reopen', by: ann }, at);
  follows(step, {
    status: 'active',
    events: ['contract_reopened'],
    postings: [],
    plan: { sketches: 'planned 0.00', final: 'planned 0.00' },
    money: { returned: '500.00' },
  });
  assert.equal(step.state.outcome, null);
  assert.equal(`${step.state.acceptedAt}`, '2026-11-02T12:00:00Z');
  assert.equal(`${step.state.activeAt}`, '2026-11-05T10:00:00Z');
});

test('sealed feedback is discarded: nothing in the state leads to it any more', () => {
  const before = proposed().contract;
  assert.ok(JSON.stringify(before, withBigints).includes('txt_praise'));
  const { state } = doneBy(proposed(), { type: 'accept_reopen', by: ann }, at);
  assert.ok(!JSON.stringify(state, withBigints).includes('txt_praise'));
});

function withBigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}` : value;
}

test('the last second to agree is the one before feedback closes; then it lapses, first', () => {
  const accept = { type: 'accept_reopen', by: ann } as const;
  follows(doneBy(proposed(), accept, '2026-11-18T23:59:59Z'), { status: 'active' });
  for (const late of [closing, '2026-11-19T00:00:01Z']) {
    const result = tried(proposed().contract, late, { type: 'send_message', by: ann });
    assert.ok(isRejection(result));
    const done = then(proposed(), late, { type: 'send_message', by: ann, text: note('late') });
    const at = done.events.filter((one) => `${one.at}` === '2026-11-19T00:00:00Z');
    assert.deepEqual(at.map((one) => one.event.type).slice(0, 3), [
      'reopen_lapsed',
      'feedback_revealed',
      'feedback_closed',
    ]);
  }
});

test('feedback that is revealed in between ends the proposal', () => {
  const { state } = doneBy(proposed(), { type: 'give_feedback', by: ann, ...praise }, at);
  assert.equal(state.reopen?.status, 'lapsed');
});

test('declined or taken back, the contract stays ended', () => {
  const declined = doneBy(proposed(), { type: 'decline_reopen', by: ann }, at).state;
  assert.deepEqual([declined.status, declined.reopen?.status], ['ended', 'declined']);
  const back = doneBy(proposed(), { type: 'withdraw_reopen', by: ben }, at).state;
  assert.deepEqual([back.status, back.reopen?.status], ['ended', 'withdrawn']);
});
