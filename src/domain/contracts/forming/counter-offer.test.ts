import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenOffered, refusals, soon } from '../../../../test/trials.ts';
import { countered, offered, offeredWithMoney } from '../examples.ts';
import { ann, ben, classic, onCard, penniless, then } from '../lives.ts';

const revised = then(countered(), '2026-11-03T09:00Z', { type: 'revise_offer', by: ben });
const dearer = [{ id: 'sketches', title: 'Sketches', amount: '650' }];
const dear = then(offeredWithMoney(), '2026-11-03T09:00Z', {
  type: 'counter_offer',
  by: ann,
  milestones: dearer,
});
const noCounters = { life: offered({}, classic), refused: 'counter_not_allowed' } as const;

refusals('counter_offer', [
  ...onlyWhenOffered(offered(), { by: ann }),
  { when: 'where the policy knows none', does: { by: ann }, ...noCounters },
  {
    when: 'for nothing',
    life: offered(),
    does: { by: ann, milestones: [{ title: 'A', amount: '0' }] },
    refused: 'amount_not_positive',
    field: 'milestones[0].amount',
  },
]);

refusals('withdraw_counter', [
  ...onlyWhenOffered(countered(), { by: ann }),
  { when: 'where the policy knows none', does: { by: ann }, ...noCounters },
  { when: 'when there is none', life: offered(), does: { by: ann }, refused: 'no_proposal' },
  { when: 'after a revision', life: revised, does: { by: ann }, refused: 'proposal_has_lapsed' },
]);

for (const command of ['accept_counter', 'decline_counter'] as const) {
  refusals(command, [
    ...onlyWhenOffered(countered(), { by: ben }),
    { when: 'where the policy knows none', does: { by: ben }, ...noCounters },
    { when: 'when there is none', life: offered(), does: { by: ben }, refused: 'no_proposal' },
    { when: 'after a revision', life: revised, does: { by: ben }, refused: 'proposal_has_lapsed' },
    ...(command === 'accept_counter'
      ? [
          {
            when: 'without the means for it',
            life: dear,
            does: { by: ben },
            world: penniless,
            refused: 'payment_method_missing' as const,
          },
        ]
      : []),
  ]);
}

test('a counter leaves the offer as it is, and its time', () => {
  const { state } = doneBy(offered(), { type: 'counter_offer', by: ann, title: 'Two logos' });
  assert.equal(state.terms.title, 'Logo');
  assert.equal(state.counter?.terms.title, 'Two logos');
  assert.equal(`${state.sentAt}`, '2026-11-02T09:00:00Z');
});

test('a newer counter replaces an older one', () => {
  const { state } = doneBy(countered(), { type: 'counter_offer', by: ann, title: 'Two logos' });
  assert.equal(state.counter?.terms.title, 'Two logos');
  assert.equal(state.counter?.terms.milestones.length, 2);
});

test('a counter accepted makes the contract active with its terms, the difference taken', () => {
  follows(doneBy(countered(), { type: 'accept_counter', by: ben }), {
    status: 'active',
    events: ['counter_accepted', 'milestone_funded'],
    postings: ['client.available > contract.escrow 100.00'],
    plan: { all: 'funded 600.00' },
  });
});

test('a counter accepted without the balance for it is active, and funding', () => {
  const step = doneBy(dear, { type: 'accept_counter', by: ben }, soon, onCard);
  follows(step, {
    status: 'active',
    events: ['counter_accepted', 'charge_requested'],
    plan: { sketches: 'funding 500.00' },
  });
});

test('a cheaper counter gives back the difference', () => {
  const milestones = [{ id: 'small', title: 'Small', amount: '120' }];
  const life = then(offeredWithMoney(), soon, { type: 'counter_offer', by: ann, milestones });
  follows(doneBy(life, { type: 'accept_counter', by: ben }), {
    events: ['escrow_returned', 'counter_accepted'],
    postings: ['contract.escrow > client.available 380.00'],
    plan: { small: 'funded 120.00' },
    money: { escrow: '120.00', returned: '380.00' },
  });
});

test('a counter declined or taken back leaves the offer as it is', () => {
  const declined = doneBy(countered(), { type: 'decline_counter', by: ben }).state;
  assert.deepEqual([declined.status, declined.counter?.status], ['offered', 'declined']);
  const back = doneBy(countered(), { type: 'withdraw_counter', by: ann }).state;
  assert.deepEqual([back.status, back.counter?.status], ['offered', 'withdrawn']);
});
