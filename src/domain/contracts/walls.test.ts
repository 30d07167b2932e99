// The walls of every window, to the second: one second before its end a window is open, at its end
// it has closed, and what silence does is done as of that moment however late anybody looks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { frozen } from '../../../test/trials.ts';
import { compareInstants } from '../calendar.ts';
import { forecastOf } from '../forecast.ts';
import { isRejection, type RejectionCode } from '../rejections.ts';
import { caughtUp } from '../step.ts';
import type { ContractCommand } from './commands.ts';
import { deadlinesOf } from './deadlines.ts';
import {
  cancelProposed,
  changeProposed,
  completed,
  countered,
  funded,
  funding,
  offered,
  offeredWithMoney,
  refundRequested,
  submitted,
  unsent,
} from './examples.ts';
import { ann, ben, givenAt, type Life, moment, note, praise, then, tried } from './lives.ts';

type Wall = {
  readonly what: string;
  readonly life: Life;
  readonly at: string;
  /** What is possible until then, and its refusal from then on. */
  readonly command: ContractCommand;
  readonly refused: RejectionCode;
  readonly events: readonly string[];
};

const milestone = 'sketches';
const withdrawn = then(completed(), '2026-11-05T09:00Z', {
  type: 'give_feedback',
  by: ann,
  ...praise,
});

const reopening = then(completed(), '2026-11-05T09:00Z', { type: 'propose_reopen', by: ben });
const changing = then(withdrawn, '2026-11-06T09:00Z', { type: 'allow_feedback_change', by: ann });

const walls: readonly Wall[] = [
  {
    what: 'offer_expires',
    life: offeredWithMoney(),
    at: '2026-11-09T09:00Z',
    command: { type: 'accept_offer', by: ann },
    refused: 'offer_has_expired',
    events: ['offer_expired', 'escrow_returned'],
  },
  {
    what: 'offer_expires',
    life: countered(),
    at: '2026-11-09T09:00Z',
    command: { type: 'accept_counter', by: ben },
    refused: 'offer_has_expired',
    events: ['offer_expired', 'escrow_returned'],
  },
  {
    what: 'change_answer_ends',
    life: changeProposed(),
    at: '2026-11-10T09:00Z',
    command: { type: 'decline_change', by: ann },
    refused: 'proposal_has_lapsed',
    events: ['change_lapsed', 'due_passed'],
  },
  {
    what: 'cancel_answer_ends',
    life: cancelProposed(),
    at: '2026-11-10T09:00Z',
    command: { type: 'accept_cancel', by: ben },
    refused: 'proposal_has_lapsed',
    events: ['cancel_lapsed', 'due_passed'],
  },
  {
    what: 'review_ends',
    life: submitted(),
    at: '2026-11-17T15:20Z',
    command: { type: 'request_changes', by: ben, milestone, note: note('colours') },
    refused: 'milestone_is_settled',
    events: ['payment_released'],
  },
  {
    what: 'escrow_refund_answer_ends',
    life: refundRequested(),
    at: '2026-11-10T12:00Z',
    command: { type: 'approve_escrow_refund', by: ann },
    refused: 'proposal_has_lapsed',
    events: ['escrow_refund_lapsed', 'escrow_returned'],
  },
  {
    what: 'feedback_closes',
    life: completed(),
    at: '2026-11-19T00:00Z',
    command: { type: 'give_feedback', by: ann, ...praise },
    refused: 'feedback_window_has_closed',
    events: ['feedback_revealed', 'feedback_closed'],
  },
  {
    what: 'reopen_answer_ends',
    life: reopening,
    at: '2026-11-19T00:00Z',
    command: { type: 'accept_reopen', by: ann },
    refused: 'proposal_has_lapsed',
    events: ['reopen_lapsed', 'feedback_revealed', 'feedback_closed'],
  },
  {
    what: 'feedback_change_ends',
    life: changing,
    at: '2026-11-20T09:00Z',
    command: { type: 'change_feedback', by: ben, ...praise },
    refused: 'feedback_window_has_closed',
    events: ['feedback_change_ended'],
  },
  {
    what: 'dormancy_step_ends',
    life: funded(),
    at: '2027-02-22T09:00Z',
    command: { type: 'request_release', by: ann },
    refused: 'contract_has_ended',
    events: ['escrow_returned', 'contract_ended'],
  },
];

const second = Temporal.Duration.from('PT1S');

for (const { what, life, at, command, refused, events } of walls) {
  test(`${command.type} is possible until ${what}, and not at it`, () => {
    const end = moment(at);
    const before = `${end.subtract(second)}`;
    assert.ok(!isRejection(tried(frozen(life.contract), before, command, life.world)), before);
    for (const late of [end, end.add(second), end.add({ hours: 24 * 60 })]) {
      const result = tried(life.contract, `${late}`, command, life.world);
      assert.equal(isRejection(result) && result.rejected, refused, `${late}`);
    }
  });

  test(`${what} fires at its own moment, for ${command.type}`, () => {
    const end = moment(at);
    const early = caughtUp(life.contract, end.subtract(second));
    assert.ok(deadlinesOf(early.state).some((one) => one.what === what && one.at.equals(end)));
    const late = caughtUp(early.state, end.add({ hours: 24 * 400 }));
    const fired = late.events.filter((one) => one.at.equals(end)).map((one) => one.event.type);
    assert.deepEqual(fired, events);
  });
}

const eventsAt = (life: Life) =>
  forecastOf(life.contract, givenAt(life.contract.latestAt, life.world)).flatMap(({ step }) =>
    step.events.map((one) => `${one.at} ${one.event.type}`),
  );

test('submitted on November 3 at 15:20, silence pays on the 17th and clears on the 22nd', () => {
  const all = eventsAt(submitted());
  assert.deepEqual(all, [
    '2026-11-10T09:00:00Z due_passed',
    '2026-11-17T15:20:00Z payment_released',
    '2026-11-22T15:20:00Z earnings_cleared',
    // Nothing is left to do by then: ninety days after the last act the contract is dormant.
    '2027-02-01T15:20:00Z contract_went_dormant',
    '2027-02-08T15:20:00Z dormancy_step_passed',
    '2027-02-15T15:20:00Z contract_ended',
    '2027-03-02T00:00:00Z feedback_closed',
  ]);
});

test('changes requested on the 10th, work again on the 12th: silence pays on the 26th', () => {
  const changes = { type: 'request_changes', by: ben, milestone, note: note('colours') } as const;
  const asked = then(submitted(), '2026-11-10T10:00Z', changes);
  const again = then(asked, '2026-11-12T15:20Z', { type: 'submit_work', by: ann, milestone });
  assert.ok(eventsAt(again).includes('2026-11-26T15:20:00Z payment_released'));
});

test('ended by the client on November 3, what is asked back returns on November 10', () => {
  assert.ok(eventsAt(refundRequested()).includes('2026-11-10T12:00:00Z escrow_returned'));
});

for (const time of ['00:00:00', '00:00:01', '15:20:00', '23:59:59']) {
  test(`ended on November 3 at ${time}, feedback closes with November 17`, () => {
    const end = { type: 'end_contract', by: ben, reason: 'other', feedback: praise } as const;
    const life = then(funded(), `2026-11-03T${time}Z`, end);
    assert.ok(eventsAt(life).includes('2026-11-18T00:00:00Z feedback_closed'));
  });
}

test('revealed feedback has no window left to close', () => {
  assert.deepEqual(eventsAt(withdrawn), ['2026-11-09T09:00:00Z earnings_cleared']);
});

test('a charge is waited for one day, and an offer that waited for it was never sent', () => {
  const at = moment('2026-11-03T13:00Z');
  const early = caughtUp(funding().contract, at.subtract(second));
  assert.deepEqual(early.events, []);
  const late = caughtUp(funding().contract, at.add(second));
  assert.deepEqual(
    late.events.map((one) => one.event.type),
    ['charge_timed_out'],
  );
  const never = caughtUp(unsent().contract, at);
  assert.deepEqual(
    never.events.map((one) => one.event.type),
    ['charge_timed_out', 'offer_withdrawn'],
  );
});

test('deadlines of one instant come in the public order, all before its commands', () => {
  const life = then(submitted(), '2026-11-10T15:20Z', { type: 'propose_change', by: ann });
  const both = then(life, '2026-11-10T15:20Z', { type: 'propose_cancel', by: ann });
  const due = deadlinesOf(both.contract).filter((one) =>
    one.at.equals(moment('2026-11-17T15:20Z')),
  );
  assert.deepEqual(
    due.map((one) => one.what),
    ['change_answer_ends', 'cancel_answer_ends', 'review_ends'],
  );
  const result = tried(both.contract, '2026-11-17T15:20Z', { type: 'accept_cancel', by: ben });
  assert.equal(isRejection(result) && result.rejected, 'proposal_has_lapsed');
});

test('a command never happens before what has happened already', () => {
  const early = then(submitted(), '2026-11-03T00:00Z', {
    type: 'release_payment',
    by: ben,
    milestone,
  });
  assert.equal(compareInstants(early.contract.latestAt, moment('2026-11-03T15:20Z')), 0);
});

test('the forecast takes a charge on its way as confirmed', () => {
  const [first] = forecastOf(
    offered().contract,
    givenAt(moment('2026-11-02T09:00Z'), offered().world),
  );
  assert.equal(first?.deadline.what, 'offer_expires');
  const submittedLater = forecastOf(
    funding().contract,
    givenAt(moment('2026-11-02T14:00Z'), funding().world),
  );
  assert.deepEqual(
    submittedLater.map((one) => one.deadline.what),
    [
      'due_passes',
      'contract_goes_dormant',
      'dormancy_step_ends',
      'dormancy_step_ends',
      'feedback_closes',
    ],
  );
  assert.ok(submittedLater[0]?.step.state.milestones[0]?.overdueSince);
});
