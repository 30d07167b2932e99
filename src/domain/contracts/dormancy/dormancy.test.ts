// Long silence: when it is counted from, what each step leads to, and what ends it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, lines, onlyWhenActive, refusals } from '../../../../test/trials.ts';
import { forecastOf } from '../../forecast.ts';
import { caughtUp } from '../../step.ts';
import { active, funded, offered, questionOpen, submitted } from '../examples.ts';
import { ann, ben, classic, givenAt, type Life, moment, note, then, usual } from '../lives.ts';

const milestones = [
  { id: 'sketches', title: 'Sketches', amount: '500', due: moment('2026-01-10T00:00Z') },
];

/** The worked timeline: due on January 10, and nothing since. */
function silent(world = usual): Life {
  const send = {
    type: 'send_offer',
    by: ben,
    to: 'psn_ann',
    title: 'Logo',
    kind: 'fixed',
  } as const;
  const sent = then(null, '2026-01-02T09:00Z', { ...send, currency: 'USD', milestones }, world);
  const accepted = then(sent, '2026-01-02T10:00Z', { type: 'accept_offer', by: ann });
  const fund = { type: 'fund_milestone', by: ben, milestone: 'sketches' } as const;
  return then(accepted, '2026-01-02T11:00Z', fund);
}

const keep = { type: 'keep_open', by: ben } as const;
const request = { type: 'request_release', by: ann } as const;
const eventsOf = (life: Life) =>
  forecastOf(life.contract, givenAt(life.contract.latestAt, life.world)).flatMap(({ step }) =>
    step.events.map((one) => `${one.at} ${one.event.type}`),
  );

const dormantSince = '2026-04-10T00:00Z';
const annsStep = '2026-04-17T00:00Z';
const lastSecond = '2026-04-23T23:59:59Z';

refusals('keep_open', [
  ...onlyWhenActive(funded(), { by: ben, either: true }),
  {
    when: 'one second before it is dormant',
    life: silent(),
    does: { by: ben },
    at: '2026-04-09T23:59:59Z',
    refused: 'contract_not_dormant',
  },
]);

refusals('request_release', [
  ...onlyWhenActive(funded(), { by: ann }),
  {
    when: 'with nothing held',
    life: active(),
    does: { by: ann },
    refused: 'milestone_not_funded',
  },
  {
    when: 'before it is dormant',
    life: silent(),
    does: { by: ann },
    at: '2026-04-09T23:59:59Z',
    refused: 'contract_not_dormant',
  },
  {
    when: 'in the step of the client',
    life: silent(),
    does: { by: ann },
    at: '2026-04-16T23:59:59Z',
    refused: 'contract_not_dormant',
  },
  {
    when: 'where the policy knows none',
    life: silent(classic),
    does: { by: ann },
    at: annsStep,
    refused: 'contract_not_dormant',
  },
  {
    when: 'a second time',
    life: then(silent(), lastSecond, request),
    does: { by: ann },
    at: lastSecond,
    refused: 'contract_not_dormant',
  },
]);

test('due on January 10 and silent: dormant on April 10, back to the client on April 24', () => {
  assert.deepEqual(eventsOf(silent()), [
    '2026-01-10T00:00:00Z due_passed',
    '2026-04-10T00:00:00Z contract_went_dormant',
    '2026-04-17T00:00:00Z dormancy_step_passed',
    '2026-04-24T00:00:00Z escrow_returned',
    '2026-04-24T00:00:00Z contract_ended',
    '2026-05-09T00:00:00Z feedback_closed',
  ]);
});

test('asked for on the last day, silence pays the freelancer two weeks later', () => {
  const asked = then(silent(), lastSecond, request);
  assert.deepEqual(eventsOf(asked).slice(0, 2), [
    '2026-05-07T23:59:59Z payment_released',
    '2026-05-07T23:59:59Z contract_ended',
  ]);
  const late = caughtUp(asked.contract, moment('2026-05-07T23:59:59Z'));
  assert.deepEqual(lines(late.postings), [
    'contract.escrow > freelancer.pending 450.00',
    'contract.escrow > platform.fees 50.00',
  ]);
  const { by, reason, kind } = late.state.outcome ?? {};
  assert.deepEqual([by, reason, kind], ['clock', null, 'completed']);
  assert.equal(late.state.feedback.client, null);
});

test('where no release can be asked for, both steps pass and the fee goes back as well', () => {
  const late = caughtUp(silent(classic).contract, moment('2026-04-24T00:00Z'));
  assert.deepEqual(lines(late.postings), [
    'contract.escrow > client.available 500.00',
    'platform.fees > client.available 13.75',
  ]);
  assert.equal(late.state.status, 'ended');
});

test('a contract that holds nothing ends by itself, and nobody is paid', () => {
  const late = caughtUp(active().contract, moment('2027-06-01T00:00Z'));
  assert.deepEqual(lines(late.postings), []);
  assert.deepEqual([late.state.status, late.state.outcome?.by], ['ended', 'clock']);
});

test('either side keeps it open in any step, and silence is counted anew', () => {
  const inThird = then(silent(), lastSecond, request);
  for (const life of [silent(), inThird]) {
    for (const by of [ben, ann]) {
      const at = life === inThird ? '2026-05-07T23:59:58Z' : dormantSince;
      const step = doneBy(life, { ...keep, by }, at);
      follows(step, { status: 'active', events: ['contract_kept_open'], postings: [] });
      assert.equal(step.state.dormancy, null);
      assert.equal(`${step.state.activeAt}`, `${moment(at)}`);
    }
  }
});

test('whatever one of the two does wakes it, except a message where the policy says so', () => {
  const message = { type: 'send_message', by: ann, text: note('hello') } as const;
  assert.equal(doneBy(silent(), message, dormantSince).state.dormancy, null);
  assert.notEqual(doneBy(silent(classic), message, dormantSince).state.dormancy, null);
  const ask = { type: 'ask_clarification', by: ann, question: note('which') } as const;
  assert.equal(doneBy(silent(classic), ask, dormantSince).state.dormancy, null);
});

test('a due date ahead holds dormancy off, and a review keeps its own clock', () => {
  assert.equal(eventsOf(funded())[1], '2027-02-08T09:00:00Z contract_went_dormant');
  assert.equal(eventsOf(questionOpen())[1], '2027-02-08T09:00:00Z contract_went_dormant');
  assert.ok(!eventsOf(submitted()).slice(0, 3).join().includes('dormant'));
  assert.deepEqual(
    eventsOf(offered()).filter((one) => one.includes('dormant')),
    [],
  );
});
