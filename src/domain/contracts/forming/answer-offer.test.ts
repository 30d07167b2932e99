// The short answers to an offer: withdrawn, accepted, declined, expired.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenOffered, refusals, soon } from '../../../../test/trials.ts';
import { countered, offered, offeredWithMoney, unsent } from '../examples.ts';
import { ann, ben, classic, note, then, tried } from '../lives.ts';

refusals('withdraw_offer', onlyWhenOffered(offered(), { by: ben }));
refusals('accept_offer', onlyWhenOffered(offered(), { by: ann }));
refusals('decline_offer', onlyWhenOffered(offered(), { by: ann }));

const goesBack = [
  'contract.escrow > client.available 500.00',
  'platform.fees > client.available 13.75',
];

test('an offer withdrawn gives back the money that came with it, and the whole fee', () => {
  follows(doneBy(offeredWithMoney(classic), { type: 'withdraw_offer', by: ben }), {
    status: 'withdrawn',
    events: ['offer_withdrawn', 'escrow_returned'],
    postings: goesBack,
    money: { returned: '500.00' },
  });
});

test('an offer declined gives back the money that came with it', () => {
  const decline = { type: 'decline_offer', by: ann, reason: note('busy') } as const;
  follows(doneBy(offeredWithMoney(classic), decline), {
    status: 'declined',
    events: ['offer_declined', 'escrow_returned'],
    postings: goesBack,
  });
});

test('an offer that nobody answers expires and gives back the money', () => {
  const { contract } = offeredWithMoney(classic);
  const late = tried(contract, '2026-11-09T09:00Z', { type: 'accept_offer', by: ann }, classic);
  assert.equal('rejected' in late && late.rejected, 'offer_has_expired');
});

test('an unsent offer is withdrawn, and its charge credited when it comes', () => {
  const withdrawn = then(unsent(), '2026-11-02T09:10Z', { type: 'withdraw_offer', by: ben });
  const confirm = {
    type: 'confirm_charge',
    by: { as: 'payments', person: null },
    charge: 'chg_1',
  } as const;
  follows(doneBy(withdrawn, confirm, '2026-11-02T09:20Z'), {
    status: 'withdrawn',
    events: ['charge_credited'],
    postings: ['outside > client.available 500.00'],
    money: {},
  });
});

test('an offer that was never sent is unknown to the freelancer, also afterwards', () => {
  const decline = { type: 'decline_offer', by: ann } as const;
  const withdrawn = then(unsent(), '2026-11-02T09:10Z', { type: 'withdraw_offer', by: ben });
  for (const { contract } of [unsent(), withdrawn]) {
    const result = tried(contract, '2026-11-02T09:30Z', decline);
    assert.equal('rejected' in result && result.rejected, 'not_found');
  }
});

test('accepted, the milestone that came with its money is funded', () => {
  const step = doneBy(offeredWithMoney(), { type: 'accept_offer', by: ann });
  follows(step, {
    status: 'active',
    events: ['offer_accepted'],
    postings: [],
    plan: { sketches: 'funded 500.00', final: 'planned 0.00' },
  });
  assert.ok(step.state.milestones.every((m) => m.agreed));
});

test('the original stays acceptable beside a counter, which then is gone', () => {
  const { state } = doneBy(countered(), { type: 'accept_offer', by: ann });
  assert.equal(state.counter?.status, 'lapsed');
  assert.equal(state.milestones.length, 2);
});

test('an offer expires with its counter', () => {
  const late = tried(countered().contract, '2026-11-09T09:00Z', {
    type: 'fail_charge',
    by: { as: 'payments', person: null },
    charge: 'x',
  });
  assert.equal('rejected' in late && late.rejected, 'not_found');
  const expired = tried(countered().contract, '2026-11-09T09:00Z', {
    type: 'withdraw_counter',
    by: ann,
  });
  assert.equal('rejected' in expired && expired.rejected, 'offer_has_expired');
  assert.ok(soon < '2026-11-09T09:00Z');
});
