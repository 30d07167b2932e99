// Changes of terms: proposed by one side, answered by the other, and the money that follows.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenActive, plan, refusals, soon } from '../../../../test/trials.ts';
import {
  active,
  changeProposed,
  completed,
  funded,
  funding,
  partlyReleased,
  questionOpen,
  submitted,
} from '../examples.ts';
import { ann, ben, classic, type Life, moment, onCard, penniless, then } from '../lives.ts';

const by = ben;
const ofSketches = (fields: object) => ({ by, milestones: [{ id: 'sketches', ...fields }] });
const lapsed = {
  life: changeProposed(),
  at: '2026-11-10T09:00Z',
  refused: 'proposal_has_lapsed',
} as const;
const settled = then(submitted(), '2026-11-04T09:00Z', {
  type: 'release_payment',
  by,
  milestone: 'sketches',
});
/** One milestone of 500, funded, with no next one that a rest could move to. */
const alone = then(
  then(active(classic), '2026-11-02T12:30Z', {
    type: 'remove_milestone',
    by,
    milestone: 'final',
  }),
  '2026-11-02T13:00Z',
  { type: 'fund_milestone', by, milestone: 'sketches' },
);

refusals('propose_change', [
  ...onlyWhenActive(funded(), { by, either: true }),
  {
    when: "while the other's is open",
    life: changeProposed(),
    does: { by: ann },
    refused: 'proposal_is_open',
  },
  {
    when: 'about a new milestone without an amount',
    life: funded(),
    does: { by, milestones: [{ id: 'new', title: 'New' }] },
    refused: 'milestone_not_found',
    field: 'milestones[0].id',
  },
  {
    when: 'removing what is not there',
    life: funded(),
    does: { by, remove: ['new'] },
    refused: 'milestone_not_found',
    field: 'remove[0]',
  },
  {
    when: 'changing what it removes',
    life: funded(),
    does: { by, milestones: [{ id: 'final', title: 'F' }], remove: ['final'] },
    refused: 'milestone_not_found',
  },
  {
    when: 'about what is released',
    life: settled,
    does: ofSketches({ title: 'S' }),
    refused: 'milestone_is_settled',
  },
  {
    when: 'removing what is released',
    life: settled,
    does: { by, remove: ['sketches'] },
    refused: 'milestone_is_settled',
  },
  {
    when: 'removing what is funded',
    life: funded(),
    does: { by, remove: ['sketches'] },
    refused: 'milestone_already_funded',
  },
  {
    when: 'removing what is being funded',
    life: funding(),
    does: { by, remove: ['sketches'] },
    at: '2026-11-02T14:00Z',
    refused: 'milestone_already_funded',
  },
  {
    when: 'removing what holds money',
    life: partlyReleased(),
    does: { by, remove: ['final'] },
    refused: 'milestone_already_funded',
  },
  {
    when: 'naming one milestone twice',
    life: funded(),
    does: { by, milestones: [{ id: 'final' }, { id: 'final' }] },
    refused: 'milestone_exists',
    field: 'milestones[1].id',
  },
  {
    when: 'about what is under review',
    life: submitted(),
    does: ofSketches({ amount: '1' }),
    refused: 'milestone_is_submitted',
  },
  {
    when: 'for nothing',
    life: funded(),
    does: ofSketches({ amount: '-1' }),
    refused: 'amount_not_positive',
    field: 'milestones[0].amount',
  },
  {
    when: 'below the minimum',
    life: funded(),
    does: ofSketches({ amount: '4' }),
    refused: 'amount_below_minimum',
  },
  {
    when: 'with a digit too many',
    life: funded(),
    does: ofSketches({ amount: '500.005' }),
    refused: 'amount_has_too_many_digits',
  },
]);

const submittedMeanwhile = then(changeProposed(), '2026-11-04T09:00Z', {
  type: 'submit_work',
  by: ann,
  milestone: 'sketches',
});

refusals('accept_change', [
  ...onlyWhenActive(changeProposed(), { by: ann, either: true }),
  { when: 'when there is none', life: funded(), does: { by: ann }, refused: 'no_change_pending' },
  { when: 'to its own maker', life: changeProposed(), does: { by }, refused: 'own_proposal' },
  { when: 'after seven days', does: { by: ann }, ...lapsed },
  {
    when: 'when work was submitted meanwhile',
    life: submittedMeanwhile,
    does: { by: ann },
    refused: 'milestone_is_submitted',
  },
  {
    when: 'without means for it',
    life: changeProposed(),
    does: { by: ann },
    world: penniless,
    refused: 'payment_method_missing',
  },
]);

refusals('decline_change', [
  ...onlyWhenActive(changeProposed(), { by: ann, either: true }),
  { when: 'when there is none', life: funded(), does: { by: ann }, refused: 'no_change_pending' },
  { when: 'to its own maker', life: changeProposed(), does: { by }, refused: 'own_proposal' },
  { when: 'after seven days', does: { by: ann }, ...lapsed },
]);

refusals('withdraw_change', [
  ...onlyWhenActive(changeProposed(), { by, either: true }).slice(0, 2),
  {
    when: 'to the other side',
    life: changeProposed(),
    does: { by: ann },
    refused: 'not_your_decision',
  },
  { when: 'after the end', life: completed(), does: { by }, refused: 'contract_has_ended' },
  { when: 'when there is none', life: funded(), does: { by }, refused: 'no_change_pending' },
  { when: 'after seven days', does: { by }, ...lapsed },
]);

const surplusMoney = { escrow: '400.00', paid: '100.00', fees: '10.00' };
const accept = { type: 'accept_change', by: ann } as const;

function changed(life: Life, milestones: readonly { id: string; amount: string }[]): Life {
  return then(life, soon, { type: 'propose_change', by, milestones });
}

test('more on a funded milestone is funded at once, and the terms have a new version', () => {
  const step = doneBy(changeProposed(), accept);
  follows(step, {
    events: ['change_accepted', 'milestone_funded'],
    postings: ['client.available > contract.escrow 100.00'],
    plan: { sketches: 'funded 600.00', final: 'planned 0.00', second: 'planned 0.00' },
    money: { escrow: '600.00' },
  });
  assert.equal(step.state.terms.version, 2);
  assert.equal(step.state.change?.status, 'approved');
  assert.ok(step.state.milestones.every((m) => m.agreed));
});

test('more on a funded milestone without the balance for it is charged', () => {
  follows(doneBy(changeProposed(), accept, soon, onCard), {
    events: ['change_accepted', 'charge_requested'],
    plan: { sketches: 'funding 500.00', final: 'planned 0.00', second: 'planned 0.00' },
  });
});

test('less on a funded milestone goes back, with its share of the fee', () => {
  const life = changed(funded(classic), [{ id: 'sketches', amount: '300' }]);
  follows(doneBy(life, accept), {
    events: ['change_accepted', 'escrow_returned'],
    postings: [
      'contract.escrow > client.available 200.00',
      'platform.fees > client.available 5.50',
    ],
    plan: { sketches: 'funded 300.00', final: 'planned 0.00' },
    money: { escrow: '300.00', returned: '200.00', clientFees: '8.25' },
  });
});

test('a change of what is being funded asks for the new amount; the old charge is credited', () => {
  const at = '2026-11-02T14:00Z';
  const propose = {
    type: 'propose_change',
    by,
    milestones: [{ id: 'sketches', amount: '550' }],
  } as const;
  const waiting = then(then(funding(), at, propose), at, accept);
  assert.equal(waiting.contract.charges.length, 2);
  const payments = { as: 'payments', person: null } as const;
  const old = then(waiting, at, { type: 'confirm_charge', by: payments, charge: 'chg_1' });
  assert.equal(old.postings.at(-1)?.to.kind, 'client.available');
  follows(doneBy(old, { type: 'confirm_charge', by: payments, charge: 'chg_2' }, at), {
    postings: ['outside > contract.escrow 550.00'],
    plan: { sketches: 'funded 550.00', final: 'planned 0.00' },
  });
});

test('a planned milestone that holds a rest is funded when it is to cost no more than that', () => {
  const life = changed(partlyReleased(), [{ id: 'final', amount: '240' }]);
  follows(doneBy(life, accept), {
    postings: ['contract.escrow > client.available 10.00'],
    plan: { sketches: 'released 0.00', final: 'funded 240.00' },
  });
});

test('more on a milestone that holds more than it cost takes only what is still missing', () => {
  const part = { type: 'release_payment', by, milestone: 'sketches', amount: '100' } as const;
  const surplus = then(submitted(), '2026-11-04T09:00Z', part);
  assert.equal(plan(surplus.contract).final, 'funded 400.00');
  const dearer = (amount: string) => changed(surplus, [{ id: 'final', amount }]);
  follows(doneBy(dearer('380'), accept), { postings: [], money: surplusMoney });
  follows(doneBy(dearer('450'), accept), {
    postings: ['client.available > contract.escrow 50.00'],
  });
});

test('more on a part-paid milestone is the difference, however much of it was paid', () => {
  const last = { type: 'release_payment', by, milestone: 'final', amount: '100' } as const;
  const rest = then(partlyReleased(), '2026-11-04T10:00Z', last);
  assert.equal(plan(rest.contract).final, 'funded 150.00');
  follows(doneBy(changed(rest, [{ id: 'final', amount: '320' }]), accept), {
    postings: ['client.available > contract.escrow 20.00'],
    plan: { sketches: 'released 0.00', final: 'funded 170.00' },
  });
});

test('a milestone becomes worth no less than was paid for it', () => {
  const half = then(alone, soon, {
    type: 'release_payment',
    by,
    milestone: 'sketches',
    amount: '200',
  });
  assert.equal(half.contract.milestones[0]?.status, 'funded');
  assert.throws(
    () => changed(half, [{ id: 'sketches', amount: '199.99' }]),
    /amount_below_minimum/,
  );
  follows(doneBy(changed(half, [{ id: 'sketches', amount: '200' }]), accept), {
    postings: [
      'contract.escrow > client.available 300.00',
      'platform.fees > client.available 8.25',
    ],
    plan: { sketches: 'released 0.00' },
  });
});

test('a patch leaves alone what it does not name, also what changed since it was proposed', () => {
  const propose = {
    type: 'propose_change',
    by,
    milestones: [{ id: 'sketches', title: 'Drafts' }],
  } as const;
  const asked = then(questionOpen(), '2026-11-09T10:00Z', propose);
  const answered = then(asked, '2026-11-11T09:00Z', {
    type: 'answer_clarification',
    by,
    answer: { text: 'a', digest: 'd' },
  });
  const { state } = doneBy(answered, accept, '2026-11-11T10:00Z');
  assert.equal(`${state.milestones[0]?.due}`, '2026-11-12T09:00:00Z');
  assert.equal(state.milestones[0]?.title, 'Drafts');
});

test('a due date that is moved is due anew, and one can be taken away', () => {
  const propose = (due: string | null) =>
    ({
      type: 'propose_change',
      by,
      milestones: [{ id: 'sketches', due: due === null ? null : moment(due) }],
    }) as const;
  const overdue = then(funded(), '2026-11-11T09:00Z', propose('2026-11-20T09:00Z'));
  assert.equal(`${overdue.contract.milestones[0]?.overdueSince}`, '2026-11-10T09:00:00Z');
  const moved = doneBy(overdue, accept, '2026-11-11T10:00Z').state.milestones[0];
  assert.deepEqual([moved?.overdueSince, moved?.duePassed], [null, false]);
  const none = doneBy(then(funded(), soon, propose(null)), accept).state.milestones[0];
  assert.equal(none?.due, null);
});

test("one's own open change is replaced by a newer one, declined or taken back it is gone", () => {
  const { state } = doneBy(changeProposed(), { type: 'propose_change', by, remove: ['final'] });
  assert.deepEqual(state.change?.patch.remove, ['final']);
  assert.equal(
    doneBy(changeProposed(), { type: 'decline_change', by: ann }).state.change?.status,
    'declined',
  );
  assert.equal(
    doneBy(changeProposed(), { type: 'withdraw_change', by }).state.change?.status,
    'withdrawn',
  );
});

test('a planned milestone removed by agreement is gone; what only the client added stays', () => {
  const added = then(funded(), '2026-11-03T09:00Z', {
    type: 'add_milestone',
    by,
    id: 'extra',
    title: 'Extra',
    amount: '50',
  });
  const proposed = then(added, '2026-11-03T10:00Z', {
    type: 'propose_change',
    by: ann,
    remove: ['final'],
  });
  const { state } = doneBy(proposed, { type: 'accept_change', by });
  assert.deepEqual(
    state.milestones.map((m) => m.id),
    ['sketches', 'extra'],
  );
  assert.deepEqual(
    state.terms.milestones.map((m) => m.id),
    ['sketches'],
  );
  const unplanned = then(added, '2026-11-03T10:00Z', {
    type: 'propose_change',
    by: ann,
    remove: ['extra'],
  });
  const after = doneBy(unplanned, { type: 'accept_change', by }).state;
  assert.deepEqual(
    after.milestones.map((m) => m.id),
    ['sketches', 'final'],
  );
});
