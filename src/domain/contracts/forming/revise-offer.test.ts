import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenOffered, refusals, soon } from '../../../../test/trials.ts';
import { payments } from '../../people.ts';
import { countered, logo, offered, offeredWithMoney, unsent } from '../examples.ts';
import { ann, ben, classic, onCard, penniless, then, tried } from '../lives.ts';

const wrong = [
  { title: 'A', amount: '5.001' },
  { title: 'B', amount: '4' },
];

refusals('revise_offer', [
  ...onlyWhenOffered(offered(), { by: ben }),
  {
    when: 'before it was sent',
    life: unsent(),
    does: { by: ben },
    refused: 'offer_not_pending',
    at: '2026-11-02T09:30Z',
  },
  {
    when: 'with an amount below the minimum',
    life: offered(),
    does: { by: ben, milestones: wrong },
    refused: 'amount_below_minimum',
    field: 'milestones[1].amount',
  },
  {
    when: 'with money first and no means',
    life: offered(),
    does: { by: ben, fund_first: true },
    world: penniless,
    refused: 'payment_method_missing',
  },
]);

const first = (amount: string, id = 'sketches') => [{ id, title: 'Sketches', amount }];

test('a revision begins the time of the offer anew and ends a counter to the old terms', () => {
  const { state } = doneBy(countered(), { type: 'revise_offer', by: ben, title: 'A logo' });
  assert.equal(`${state.sentAt}`, '2026-11-05T09:00:00Z');
  assert.equal(state.terms.title, 'A logo');
  assert.equal(state.terms.version, 1);
  assert.equal(state.counter?.status, 'lapsed');
  assert.equal(state.milestones.length, 2);
});

test('a revision may name all terms, and keeps the currency of the offer', () => {
  const { state } = doneBy(offered(), { type: 'revise_offer', by: ben, ...logo });
  assert.equal(`${state.sentAt}`, '2026-11-05T09:00:00Z');
  const euros = { type: 'revise_offer', by: ben, ...logo, currency: 'EUR' } as const;
  const refused = tried(offered().contract, soon, euros);
  assert.equal('rejected' in refused && refused.rejected, 'currency_not_offered');
});

test('a dearer first milestone takes the difference', () => {
  const revise = { type: 'revise_offer', by: ben, milestones: first('650', 'all') } as const;
  follows(doneBy(offeredWithMoney(), revise), {
    events: ['offer_revised', 'milestone_funded'],
    postings: ['client.available > contract.escrow 150.00'],
    plan: { all: 'planned 650.00' },
    money: { escrow: '650.00' },
  });
});

test('a cheaper first milestone gives back the difference, and its share of the fee', () => {
  const revise = { type: 'revise_offer', by: ben, milestones: first('400') } as const;
  follows(doneBy(offeredWithMoney(classic), revise, soon, classic), {
    events: ['escrow_returned', 'offer_revised'],
    postings: [
      'contract.escrow > client.available 100.00',
      'platform.fees > client.available 2.75',
    ],
    plan: { sketches: 'planned 400.00' },
    money: { escrow: '400.00', returned: '100.00', clientFees: '11.00' },
  });
});

test('an offer that brings no money any more gives all of it back', () => {
  const revise = { type: 'revise_offer', by: ben, fund_first: false } as const;
  follows(doneBy(offeredWithMoney(), revise), {
    events: ['escrow_returned', 'offer_revised'],
    plan: { sketches: 'planned 0.00', final: 'planned 0.00' },
    money: { returned: '500.00' },
  });
});

test('a charged difference is funding; accepted meanwhile, it is funded when it comes', () => {
  const revise = { type: 'revise_offer', by: ben, milestones: first('650') } as const;
  const revised = then(offeredWithMoney(), '2026-11-03T09:00Z', revise, onCard);
  const accepted = then(revised, '2026-11-03T10:00Z', { type: 'accept_offer', by: ann });
  assert.equal(accepted.contract.milestones[0]?.status, 'funding');
  const confirm = {
    type: 'confirm_charge',
    by: payments,
    charge: 'chg_1',
  } as const;
  follows(doneBy(accepted, confirm, '2026-11-03T11:00Z'), {
    events: ['milestone_funded'],
    postings: ['outside > contract.escrow 150.00'],
    plan: { sketches: 'funded 650.00' },
  });
});

test('a charge for an amount that was revised again is credited; the newer one funds', () => {
  const revise = (amount: string) =>
    ({ type: 'revise_offer', by: ben, milestones: first(amount) }) as const;
  const once = then(offeredWithMoney(), '2026-11-03T09:00Z', revise('650'), onCard);
  const twice = then(once, '2026-11-03T09:10Z', revise('700'), onCard);
  const confirm = (charge: string) => ({ type: 'confirm_charge', by: payments, charge }) as const;
  const credited = then(twice, '2026-11-03T09:20Z', confirm('chg_1'));
  assert.equal(credited.postings.at(-1)?.to.kind, 'client.available');
  follows(doneBy(credited, confirm('chg_2'), '2026-11-03T09:30Z'), {
    postings: ['outside > contract.escrow 200.00'],
    plan: { sketches: 'planned 700.00' },
  });
});

test('a revision that leaves the first milestone alone keeps the charge that is on its way', () => {
  const revise = { type: 'revise_offer', by: ben, milestones: first('650') } as const;
  const revised = then(offeredWithMoney(), '2026-11-03T09:00Z', revise, onCard);
  const title = { type: 'revise_offer', by: ben, title: 'A logo' } as const;
  follows(doneBy(revised, title, '2026-11-03T09:10Z', onCard), {
    events: ['offer_revised'],
    plan: { sketches: 'funding 500.00' },
  });
});

test('failing an old charge leaves the newer one on its way', () => {
  const revise = (amount: string) =>
    ({ type: 'revise_offer', by: ben, milestones: first(amount) }) as const;
  const once = then(offeredWithMoney(), '2026-11-03T09:00Z', revise('650'), onCard);
  const twice = then(once, '2026-11-03T09:10Z', revise('700'), onCard);
  const fail = {
    type: 'fail_charge',
    by: payments,
    charge: 'chg_1',
  } as const;
  follows(doneBy(twice, fail, '2026-11-03T09:20Z'), { plan: { sketches: 'funding 500.00' } });
});

test('an offer that needs no money any more has no reason left for its charge', () => {
  const revise = (changes: object) => ({ type: 'revise_offer', by: ben, ...changes }) as const;
  const more = revise({ milestones: first('650') });
  const waiting = then(offeredWithMoney(), '2026-11-03T09:00Z', more, onCard);
  const none = then(waiting, '2026-11-03T09:10Z', revise({ fund_first: false }), onCard);
  assert.equal(none.contract.milestones[0]?.status, 'planned');
  const confirm = { type: 'confirm_charge', by: payments, charge: 'chg_1' } as const;
  follows(doneBy(none, confirm, '2026-11-03T09:20Z'), {
    events: ['charge_credited'],
    postings: ['outside > client.available 150.00'],
  });
});
