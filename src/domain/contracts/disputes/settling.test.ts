import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, refusals } from '../../../../test/trials.ts';
import { completed } from '../examples.ts';
import { ann, ben, classic, type Life, mia, then, usual } from '../lives.ts';
import { bothPaid, contested, disputed, failed, recommended } from './examples.ts';

const offers = (life: Life, by: typeof ben, to_freelancer: string, at: string) =>
  then(life, at, { type: 'offer_settlement', by, to_freelancer });

refusals('offer_settlement', [
  {
    when: 'to a mediator',
    life: contested(),
    does: { by: mia, to_freelancer: '1' },
    at: '2026-11-06T10:00Z',
    refused: 'not_your_decision',
  },
  {
    when: 'when there is no dispute',
    life: completed(),
    does: { by: ann, to_freelancer: '1' },
    refused: 'no_dispute',
  },
  {
    when: 'once it has ended',
    life: disputed(),
    does: { by: ann, to_freelancer: '1' },
    at: '2026-11-10T09:00Z',
    refused: 'wrong_dispute_stage',
  },
  {
    when: 'of less than nothing',
    life: disputed(),
    does: { by: ann, to_freelancer: '-1' },
    refused: 'amount_not_positive',
    field: 'to_freelancer',
  },
  {
    when: 'of more than is held',
    life: disputed(),
    does: { by: ann, to_freelancer: '300.01' },
    refused: 'amount_exceeds_escrow',
    field: 'to_freelancer',
  },
]);

refusals('accept_settlement', [
  { when: 'when nothing is offered', life: disputed(), does: { by: ben }, refused: 'no_proposal' },
  {
    when: 'of one’s own',
    life: offers(disputed(), ann, '100', '2026-11-05T10:00Z'),
    does: { by: ann },
    at: '2026-11-05T11:00Z',
    refused: 'own_proposal',
  },
  {
    when: 'when there is no dispute',
    life: completed(),
    does: { by: ann },
    refused: 'no_dispute',
  },
  {
    when: 'once it has ended',
    life: offers(disputed(), ann, '100', '2026-11-05T10:00Z'),
    does: { by: ben },
    at: '2026-11-10T09:00Z',
    refused: 'wrong_dispute_stage',
  },
]);

refusals('withdraw_dispute', [
  {
    when: 'by the other side',
    life: disputed(),
    does: { by: ben },
    refused: 'not_your_decision',
  },
  { when: 'when there is none', life: completed(), does: { by: ann }, refused: 'no_dispute' },
  {
    when: 'once it has ended',
    life: disputed(),
    does: { by: ann },
    at: '2026-11-10T09:00Z',
    refused: 'wrong_dispute_stage',
  },
]);

const stages: readonly (readonly [string, (world?: typeof usual) => Life, string])[] = [
  ['before it is answered', disputed, '2026-11-05T10:00Z'],
  ['in mediation', contested, '2026-11-06T10:00Z'],
  ['after a recommendation', recommended, '2026-11-07T09:30Z'],
  ['once mediation has failed', failed, '2026-11-07T11:00Z'],
  ['while a ruling is due', bothPaid, '2026-11-08T11:00Z'],
];

for (const [when, life, at] of stages) {
  test(`the two can settle ${when}, and the parts sum to the whole`, () => {
    for (const share of ['0', '0.01', '99.99', '150.00', '299.99', '300.00']) {
      const offered = offers(life(), ben, share, at);
      const step = doneBy(offered, { type: 'accept_settlement', by: ann }, at);
      const { money, disputes } = step.state;
      assert.equal(disputes[0]?.status, 'settled');
      assert.equal(money.held.minor, 0n);
      assert.equal(money.paid.minor + money.returned.minor, 50000n);
      const costs = step.events.filter(({ event }) => event.type === 'arbitration_cost_returned');
      assert.equal(costs.length, life === bothPaid ? 2 : 0);
    }
  });

  test(`who opened it can withdraw it ${when}: as if settled for the client`, () => {
    const step = doneBy(life(), { type: 'withdraw_dispute', by: ann }, at);
    assert.equal(step.state.disputes[0]?.status, 'withdrawn');
    assert.equal(step.state.money.returned.minor, 30000n);
  });
}

test('the latest offer of each side stands', () => {
  const first = offers(contested(), ben, '50', '2026-11-06T10:00Z');
  const both = offers(first, ann, '250', '2026-11-06T11:00Z');
  const last = offers(both, ben, '100', '2026-11-06T12:00Z');
  const step = doneBy(last, { type: 'accept_settlement', by: ann }, '2026-11-06T13:00Z');
  follows(step, {
    events: ['dispute_closed'],
    postings: [
      'contract.held > freelancer.pending 90.00',
      'contract.held > platform.fees 10.00',
      'contract.held > client.available 200.00',
    ],
    money: { paid: '300.00', returned: '200.00', fees: '30.00' },
    plan: { sketches: 'released 0.00', final: 'void 0.00' },
  });
});

test("the client's fee comes back in proportion with what is returned", () => {
  const life = offers(contested(classic), ben, '100', '2026-11-06T10:00Z');
  follows(doneBy(life, { type: 'accept_settlement', by: ann }, '2026-11-06T11:00Z'), {
    postings: [
      'contract.held > freelancer.pending 90.00',
      'contract.held > platform.fees 10.00',
      'contract.held > client.available 200.00',
      'platform.fees > client.available 5.50',
    ],
    money: {
      paid: '300.00',
      returned: '200.00',
      fees: '30.00',
      clientFees: '8.25',
    },
  });
});

test("a client's fee is kept only on what was paid", () => {
  for (const world of [usual, classic]) {
    const step = doneBy(
      disputed(world),
      { type: 'withdraw_dispute', by: ann },
      '2026-11-05T10:00Z',
    );
    const { clientFees, paid } = step.state.money;
    assert.equal(clientFees.minor, world === classic ? (paid.minor * 275n) / 10_000n : 0n);
  }
});
