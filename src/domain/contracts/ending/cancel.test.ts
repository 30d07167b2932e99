// Ending together: proposed by one, accepted by the other, with a split of what is held.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenActive, refusals } from '../../../../test/trials.ts';
import { cancelProposed, completed, funded, partlyReleased, submitted } from '../examples.ts';
import { ann, ben, classic, then } from '../lives.ts';

const unknown = { life: funded(classic), refused: 'cancel_not_allowed' } as const;
const lapsed = {
  life: cancelProposed(),
  at: '2026-11-10T09:00Z',
  refused: 'proposal_has_lapsed',
} as const;
const paidMeanwhile = then(cancelProposed(), '2026-11-04T09:00Z', {
  type: 'release_payment',
  by: ben,
  milestone: 'sketches',
  amount: '450',
});
const shrunk = then(paidMeanwhile, '2026-11-04T10:00Z', {
  type: 'release_payment',
  by: ben,
  milestone: 'final',
});

refusals('propose_cancel', [
  ...onlyWhenActive(funded(), { by: ann, either: true }),
  { when: 'where the policy knows none', does: { by: ann }, ...unknown },
  {
    when: "while the other's is open",
    life: cancelProposed(),
    does: { by: ben },
    refused: 'proposal_is_open',
  },
  {
    when: 'for less than nothing',
    life: funded(),
    does: { by: ann, to_freelancer: '-1' },
    refused: 'amount_not_positive',
    field: 'to_freelancer',
  },
  {
    when: 'with a digit too many',
    life: funded(),
    does: { by: ann, to_freelancer: '0.001' },
    refused: 'amount_has_too_many_digits',
  },
  {
    when: 'for more than is held',
    life: funded(),
    does: { by: ann, to_freelancer: '500.01' },
    refused: 'amount_exceeds_escrow',
    field: 'to_freelancer',
  },
]);

refusals('accept_cancel', [
  ...onlyWhenActive(cancelProposed(), { by: ben, either: true }),
  { when: 'where the policy knows none', does: { by: ben }, ...unknown },
  { when: 'when there is none', life: funded(), does: { by: ben }, refused: 'no_proposal' },
  { when: 'to its own maker', life: cancelProposed(), does: { by: ann }, refused: 'own_proposal' },
  { when: 'after seven days', does: { by: ben }, ...lapsed },
  {
    when: 'when less is held by now',
    life: shrunk,
    does: { by: ben },
    refused: 'amount_exceeds_escrow',
  },
]);

refusals('decline_cancel', [
  ...onlyWhenActive(cancelProposed(), { by: ben, either: true }),
  { when: 'where the policy knows none', does: { by: ben }, ...unknown },
  { when: 'when there is none', life: funded(), does: { by: ben }, refused: 'no_proposal' },
  { when: 'to its own maker', life: cancelProposed(), does: { by: ann }, refused: 'own_proposal' },
  { when: 'after seven days', does: { by: ben }, ...lapsed },
]);

refusals('withdraw_cancel', [
  {
    when: 'to the other side',
    life: cancelProposed(),
    does: { by: ben },
    refused: 'not_your_decision',
  },
  { when: 'after the end', life: completed(), does: { by: ann }, refused: 'contract_has_ended' },
  { when: 'where the policy knows none', does: { by: ann }, ...unknown },
  { when: 'when there is none', life: funded(), does: { by: ann }, refused: 'no_proposal' },
  { when: 'after seven days', does: { by: ann }, ...lapsed },
]);

const accept = { type: 'accept_cancel', by: ben } as const;

test('accepted, the split is paid, the rest goes back, and both have ended it', () => {
  const step = doneBy(cancelProposed(), accept);
  follows(step, {
    status: 'ended',
    events: ['cancel_accepted', 'payment_released', 'escrow_returned', 'contract_ended'],
    postings: [
      'contract.escrow > freelancer.pending 90.00',
      'contract.escrow > platform.fees 10.00',
      'contract.escrow > client.available 400.00',
    ],
    plan: { sketches: 'released 0.00', final: 'void 0.00' },
    money: { paid: '100.00', returned: '400.00', fees: '10.00' },
  });
  const { by, reason, kind } = step.state.outcome ?? {};
  assert.deepEqual([by, reason, kind], ['both', 'mutual', 'completed']);
  assert.equal(step.state.cancel?.status, 'approved');
});

test('a mutual end with nothing ever paid counts as cancelled', () => {
  const life = then(submitted(), '2026-11-04T09:00Z', { type: 'propose_cancel', by: ann });
  const step = doneBy(life, accept);
  follows(step, {
    events: ['cancel_accepted', 'escrow_returned', 'contract_ended'],
    plan: { sketches: 'refunded 0.00', final: 'void 0.00' },
  });
  assert.equal(step.state.outcome?.kind, 'cancelled');
});

test('a split is paid out of the milestones in the order of the plan', () => {
  const life = then(partlyReleased(), '2026-11-05T08:00Z', {
    type: 'propose_cancel',
    by: ben,
    to_freelancer: '250.00',
  });
  follows(doneBy(life, { ...accept, by: ann }), {
    events: ['cancel_accepted', 'payment_released', 'contract_ended'],
    plan: { sketches: 'released 0.00', final: 'released 0.00' },
    money: { paid: '500.00', fees: '50.00' },
  });
});

test("one's own open proposal is replaced; declined or taken back, the contract goes on", () => {
  const { state } = doneBy(cancelProposed(), {
    type: 'propose_cancel',
    by: ann,
    to_freelancer: '0',
  });
  assert.equal(state.cancel?.toFreelancer.minor, 0n);
  const declined = doneBy(cancelProposed(), { type: 'decline_cancel', by: ben }).state;
  assert.deepEqual([declined.status, declined.cancel?.status], ['active', 'declined']);
  const back = doneBy(cancelProposed(), { type: 'withdraw_cancel', by: ann }).state;
  assert.deepEqual([back.status, back.cancel?.status], ['active', 'withdrawn']);
});
