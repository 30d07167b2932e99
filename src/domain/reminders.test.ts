import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Contract } from './contracts/contract.ts';
import { active, countered, offered, submitted } from './contracts/examples.ts';
import { ann, ben, classic, moment, note, then } from './contracts/lives.ts';
import { nextReminderAt, reminderName, remindersDue, remindersOf } from './reminders.ts';

const due = (c: Contract, at: string): readonly string[] =>
  remindersDue(c, moment(at)).map(({ what, to, at: when }) => `${what} to ${to} since ${when}`);

test('the client is reminded of a review at the times of the policy, counted from the submission', () => {
  const { contract } = submitted();
  const moments = remindersOf(contract).filter(({ what }) => what === 'review_ends');
  assert.deepEqual(
    moments.map(({ at, to }) => `${to} ${at}`),
    ['client 2026-11-10T15:20:00Z', 'client 2026-11-14T15:20:00Z', 'client 2026-11-16T15:20:00Z'],
  );
  const classically = remindersOf(submitted(classic).contract);
  const once = classically.filter(({ what }) => what === 'review_ends');
  assert.deepEqual(
    once.map(({ at }) => `${at}`),
    ['2026-11-14T15:20:00Z'],
  );
});

test('who comes late reminds of the latest only, and of nothing that is over', () => {
  const { contract } = submitted();
  const reviews = (at: string) => due(contract, at).filter((one) => one.startsWith('review'));
  assert.deepEqual(reviews('2026-11-10T15:19:59Z'), []);
  assert.deepEqual(reviews('2026-11-10T15:20Z'), [
    'review_ends to client since 2026-11-10T15:20:00Z',
  ]);
  assert.deepEqual(reviews('2026-11-17T15:19Z'), [
    'review_ends to client since 2026-11-16T15:20:00Z',
  ]);
  assert.deepEqual(reviews('2026-11-17T15:20Z'), []);
});

test('an answer that ends soon is asked for again a day before, from whoever owes it', () => {
  assert.deepEqual(due(offered().contract, '2026-11-08T09:00Z'), [
    'offer_expires to freelancer since 2026-11-08T09:00:00Z',
  ]);
  const [reminded] = remindersDue(countered().contract, moment('2026-11-09T08:59Z'));
  assert.equal(reminded?.to, 'client');
  const proposal = { type: 'propose_cancel', by: ann } as const;
  const proposed = then(active(), '2026-11-03T09:00Z', proposal);
  assert.deepEqual(due(proposed.contract, '2026-11-09T09:30Z'), [
    'cancel_answer_ends to client since 2026-11-09T09:00:00Z',
  ]);
});

test('a question that waits is told to both, and to nobody once it is answered', () => {
  const ask = { type: 'ask_clarification', by: ann, question: note('which blue') } as const;
  const asked = then(active(), '2026-11-02T13:00Z', ask);
  const at = '2026-11-04T13:00Z';
  assert.equal(due(asked.contract, at).filter((one) => one.startsWith('question')).length, 2);
  const answer = { type: 'answer_clarification', by: ben, answer: note('navy') } as const;
  const answered = then(asked, '2026-11-03T13:00Z', answer);
  assert.deepEqual(
    due(answered.contract, at).filter((one) => one.startsWith('question')),
    [],
  );
});

test('a new submission after changes begins reminders of its own', () => {
  const again = {
    type: 'request_changes',
    by: ben,
    milestone: 'sketches',
    note: note('no'),
  } as const;
  const submit = { type: 'submit_work', by: ann, milestone: 'sketches' } as const;
  const first = submitted();
  const second = then(then(first, '2026-11-05T09:00Z', again), '2026-11-06T09:00Z', submit);
  const names = (c: Contract) => remindersOf(c).map(reminderName);
  const before = names(first.contract).filter((one) => one.startsWith('review'));
  assert.ok(before.every((name) => !names(second.contract).includes(name)));
});

test('the next look is at the first moment that has not come yet', () => {
  const { contract } = submitted();
  const next = nextReminderAt(contract, moment('2026-11-10T15:20Z'));
  assert.equal(`${next}`, '2026-11-14T15:20:00Z');
});
