// Trying a failed charge again: when there is one, and what it takes then.

import { test } from 'node:test';
import { doneBy, follows, onlyWhenActive, refusals, soon } from '../../../../test/trials.ts';
import { payments } from '../../people.ts';
import { funding, offeredWithMoney } from '../examples.ts';
import { ben, onCard, penniless, then, usual } from '../lives.ts';

const by = ben;
const retry = { type: 'retry_charge', by } as const;
const fail = { type: 'fail_charge', by: payments, charge: 'chg_1' } as const;
const failed = then(funding(), '2026-11-02T14:00Z', fail);
const fund = (milestone: string) => ({ type: 'fund_milestone', by, milestone }) as const;

refusals('retry_charge', [
  ...onlyWhenActive(failed, { by }).filter(({ when }) => when !== 'on an offer'),
  {
    when: 'while another milestone is funded',
    life: then(failed, '2026-11-02T15:00Z', fund('final'), usual),
    does: { by },
    refused: 'another_milestone_is_funded',
  },
  {
    when: 'while the charge is on its way',
    life: funding(),
    does: { by },
    at: '2026-11-02T14:00Z',
    refused: 'no_failed_charge',
  },
  {
    when: 'once the milestone was funded otherwise',
    life: then(failed, '2026-11-02T15:00Z', fund('sketches'), usual),
    does: { by },
    refused: 'no_failed_charge',
  },
  {
    when: 'on an offer without a charge',
    life: offeredWithMoney(),
    does: { by },
    refused: 'no_failed_charge',
  },
  {
    when: 'without means',
    life: failed,
    does: { by },
    world: penniless,
    refused: 'payment_method_missing',
  },
]);

test('a failed charge is tried again for what is missing', () => {
  follows(doneBy(failed, retry), {
    events: ['charge_requested'],
    postings: [],
    plan: { sketches: 'funding 0.00', final: 'planned 0.00' },
  });
  const again = then(failed, soon, retry);
  const confirm = { type: 'confirm_charge', by: payments, charge: 'chg_2' } as const;
  follows(doneBy(again, confirm), {
    postings: ['outside > contract.escrow 500.00'],
    plan: { sketches: 'funded 500.00', final: 'planned 0.00' },
  });
});

test('a charge that nobody answered is tried again too; the balance pays when it can', () => {
  follows(doneBy(funding(), retry, '2026-11-03T13:00Z'), { events: ['charge_requested'] });
  follows(doneBy(failed, retry, soon, usual), {
    events: ['milestone_funded'],
    postings: ['client.available > contract.escrow 500.00'],
  });
});

test('what a revision lacks is tried again while the offer waits', () => {
  const milestones = [{ id: 'sketches', title: 'Sketches', amount: '650' }];
  const dearer = { type: 'revise_offer', by, milestones } as const;
  const lacking = then(then(offeredWithMoney(), '2026-11-03T09:00Z', dearer, onCard), soon, fail);
  follows(doneBy(lacking, retry), {
    events: ['charge_requested'],
    plan: { sketches: 'funding 500.00' },
  });
});
