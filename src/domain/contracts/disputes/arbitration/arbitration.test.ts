import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, lines, refusals } from '../../../../../test/trials.ts';
import { toDecimal } from '../../../money/money.ts';
import { payments } from '../../../people.ts';
import { completed, refundRequested } from '../../examples.ts';
import { ann, ben, classic, max, mia, note, onCard, then, usual } from '../../lives.ts';
import { bothPaid, contested, failed } from '../examples.ts';
import { arbitrationCost } from './arbitration-charge.ts';

const soon = '2026-11-07T11:00Z';
const later = '2026-11-08T09:00Z';
const rich = { ...usual, earned: '1000' };
const pays = { type: 'pay_arbitration', by: ben } as const;
const split = { to_freelancer: '100', note: note('why') };

refusals('pay_arbitration', [
  {
    when: 'to a mediator',
    life: failed(),
    does: { by: mia },
    at: soon,
    refused: 'not_your_decision',
  },
  { when: 'when there is no dispute', life: completed(), does: { by: ann }, refused: 'no_dispute' },
  {
    when: 'while mediation goes on',
    life: contested(),
    does: { by: ben },
    at: '2026-11-06T10:00Z',
    refused: 'wrong_dispute_stage',
  },
  {
    when: 'twice',
    life: then(failed(), soon, pays),
    does: { by: ben },
    at: soon,
    refused: 'arbitration_already_paid',
  },
  {
    when: 'while its charge is on its way',
    life: then(failed(), soon, pays, onCard),
    does: { by: ben },
    at: soon,
    refused: 'arbitration_already_paid',
  },
  {
    when: 'without the money',
    life: failed(),
    does: { by: ann },
    at: soon,
    world: { ...usual, earned: '14.99' },
    refused: 'payment_method_missing',
  },
]);

refusals('rule', [
  {
    when: 'to a party',
    life: bothPaid(),
    does: { by: ben, ...split },
    at: later,
    refused: 'not_your_decision',
  },
  {
    when: 'before both have paid',
    life: failed(),
    does: { by: mia, ...split },
    at: soon,
    refused: 'wrong_dispute_stage',
  },
  {
    when: 'once another has the case',
    life: then(bothPaid(), later, { type: 'take_case', by: max }),
    does: { by: { as: 'mediator', person: 'psn_zoe' }, ...split },
    at: later,
    refused: 'case_is_taken',
  },
  {
    when: 'to who has mediated',
    life: bothPaid(),
    does: { by: mia, ...split },
    at: later,
    refused: 'mediator_cannot_rule',
  },
  {
    when: 'without a note',
    life: bothPaid(),
    does: { by: max, to_freelancer: '1' },
    at: later,
    refused: 'note_missing',
  },
  {
    when: 'about more than is held',
    life: bothPaid(),
    does: { by: max, ...split, to_freelancer: '300.01' },
    at: later,
    refused: 'amount_exceeds_escrow',
  },
]);

test('a ruling is final: the money is paid out and the costs are kept', () => {
  follows(doneBy(bothPaid(), { type: 'rule', by: max, ...split }, later), {
    events: ['case_taken', 'dispute_ruled', 'dispute_closed'],
    postings: [
      'contract.held > freelancer.pending 90.00',
      'contract.held > platform.fees 10.00',
      'contract.held > client.available 200.00',
    ],
  });
});

test('the cost is a share of the disputed amount, within bounds', () => {
  const cost = (amount: string, world = usual) => {
    const statement = note('x');
    const command = { type: 'dispute_escrow_refund', by: ann, statement, amount } as const;
    const { contract } = then(refundRequested(world), '2026-11-05T09:00Z', command);
    const [dispute] = contract.disputes;
    assert.ok(dispute);
    return toDecimal(arbitrationCost(contract, dispute));
  };
  assert.deepEqual(
    ['0.01', '99.99', '100.09', '100.10', '300.00'].map((amount) => cost(amount)),
    ['5.00', '5.00', '5.00', '5.01', '15.00'],
  );
  assert.equal(cost('300.00', classic), '291.00');
});

test('a charge for a ruling pays when it is confirmed, and twice said counts once', () => {
  const begun = then(failed(), soon, pays, onCard);
  assert.equal(begun.contract.disputes[0]?.costs.client, null);
  const confirm = { type: 'confirm_charge', by: payments, charge: 'chg_1' } as const;
  const paid = then(begun, soon, confirm, rich);
  assert.deepEqual(lines(paid.postings).slice(-1), ['outside > platform.fees 15.00']);
  assert.deepEqual(doneBy(paid, confirm, soon).events, []);
  const both = then(paid, soon, { type: 'pay_arbitration', by: ann }, rich);
  assert.equal(`${both.contract.disputes[0]?.rulingSince}`, '2026-11-07T11:00:00Z');
});

test('a charge whose dispute was settled meanwhile is the balance of who paid it', () => {
  for (const [by, world] of [
    [ben, onCard],
    [ann, usual],
  ] as const) {
    const begun =
      by === ben
        ? then(failed(), soon, pays, world)
        : then(failed(), soon, { type: 'pay_arbitration', by: ann }, { ...rich, earned: '15' });
    const settled = then(begun, soon, { type: 'withdraw_dispute', by: ann }, usual);
    const confirm = { type: 'confirm_charge', by: payments, charge: 'chg_1' } as const;
    if (by === ann) {
      assert.ok(lines(settled.postings).includes('platform.fees > freelancer.available 15.00'));
      continue;
    }
    follows(doneBy(settled, confirm, soon), {
      events: ['charge_credited'],
      postings: ['outside > client.available 15.00'],
    });
  }
});
