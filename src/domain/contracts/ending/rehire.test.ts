// A new contract with the terms of an old one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, refusals } from '../../../../test/trials.ts';
import { isRejection } from '../../rejections.ts';
import { completed, funded, offered, offeredWithMoney } from '../examples.ts';
import { ann, ben, classic, operator, penniless, stranger, then, tried } from '../lives.ts';

const declined = then(offered(), '2026-11-02T10:00Z', { type: 'decline_offer', by: ann });
const milestones = (amount: string) => [{ id: 'a', title: 'A', amount }];

refusals('rehire', [
  { when: 'without a contract', life: null, does: { by: ben }, refused: 'not_found' },
  { when: 'to a stranger', life: completed(), does: { by: stranger }, refused: 'not_found' },
  { when: 'to an operator', life: completed(), does: { by: operator }, refused: 'not_a_party' },
  {
    when: 'to the freelancer',
    life: completed(),
    does: { by: ann },
    refused: 'not_your_decision',
  },
  {
    when: 'in another currency',
    life: completed(),
    does: { by: ben, currency: 'EUR' },
    refused: 'currency_not_offered',
  },
  { when: 'on a declined offer', life: declined, does: { by: ben }, refused: 'offer_not_pending' },
  {
    when: 'on an offer',
    life: offered(),
    does: { by: ben },
    at: '2026-11-02T10:00Z',
    refused: 'contract_is_offered',
  },
  {
    when: 'below the minimum of the house',
    life: completed(),
    does: { by: ben, milestones: milestones('4.99') },
    refused: 'amount_below_minimum',
  },
]);

test('the terms are those of the old contract, without the dates that lie behind', () => {
  const step = doneBy(
    completed(),
    { type: 'rehire', by: ben, title: 'Again' },
    '2026-11-20T09:00Z',
  );
  follows(step, {
    status: 'offered',
    events: ['offer_sent'],
    plan: { sketches: 'planned 0.00', final: 'planned 0.00' },
  });
  const { state } = step;
  assert.deepEqual([state.id, state.rehireOf, state.version], ['ctr_again', 'ctr_logo', 1]);
  assert.deepEqual([state.terms.title, state.terms.version], ['Again', 1]);
  assert.equal(state.terms.milestones[0]?.due, null);
  const early = doneBy(completed(), { type: 'rehire', by: ben }, '2026-11-09T09:00Z').state;
  assert.equal(`${early.terms.milestones[0]?.due}`, '2026-11-10T09:00:00Z');
});

test('the policy is that of the house now, and an active contract can be continued as well', () => {
  const { state } = doneBy(funded(), { type: 'rehire', by: ben }, undefined, classic);
  assert.equal(state.terms.policy.name, 'classic-2016');
});

test('where the old terms bring money along, so do the new ones', () => {
  const accepted = then(offeredWithMoney(), '2026-11-02T10:00Z', { type: 'accept_offer', by: ann });
  follows(doneBy(accepted, { type: 'rehire', by: ben }), {
    events: ['offer_sent', 'milestone_funded'],
    postings: ['client.available > contract.escrow 500.00'],
  });
  const poor = tried(
    accepted.contract,
    '2026-11-05T09:00Z',
    { type: 'rehire', by: ben },
    penniless,
  );
  assert.equal(isRejection(poor) && poor.rejected, 'payment_method_missing');
});
