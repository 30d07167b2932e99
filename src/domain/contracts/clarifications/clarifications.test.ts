// Questions and answers, and what they do to due dates.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, onlyWhenActive, refusals, soon } from '../../../../test/trials.ts';
import { funded, questionOpen, submitted } from '../examples.ts';
import { ann, ben, note, then } from '../lives.ts';

const question = note('which');
const answer = note('this');

refusals('ask_clarification', [
  ...onlyWhenActive(funded(), { by: ann, either: true }, { question }),
  {
    when: 'while a question is open',
    life: questionOpen(),
    does: { by: ann, question },
    refused: 'proposal_is_open',
  },
  {
    when: 'to the other side too',
    life: questionOpen(),
    does: { by: ben, question },
    refused: 'proposal_is_open',
  },
  {
    when: 'without a question',
    life: funded(),
    does: { by: ann },
    refused: 'note_missing',
    field: 'question',
  },
]);

refusals('answer_clarification', [
  ...onlyWhenActive(questionOpen(), { by: ben, either: true }, { answer }),
  {
    when: 'to whoever asked',
    life: questionOpen(),
    does: { by: ann, answer },
    refused: 'own_proposal',
  },
  {
    when: 'when nothing is open',
    life: funded(),
    does: { by: ben, answer },
    refused: 'no_clarification',
  },
  {
    when: 'without an answer',
    life: questionOpen(),
    does: { by: ben },
    refused: 'note_missing',
    field: 'answer',
  },
]);

const answered = (at: string) =>
  then(questionOpen(), at, { type: 'answer_clarification', by: ben, answer });
const sketches = (life: { contract: { milestones: readonly unknown[] } }) =>
  life.contract.milestones[0] as ReturnType<typeof funded>['contract']['milestones'][number];

test('the answer puts a due date off by as long as the question was open', () => {
  const m = sketches(answered('2026-11-09T21:00Z'));
  assert.equal(`${m.due}`, '2026-11-10T21:00:00Z');
});

test('a due date that passes while a question is open is not overdue, and is due again', () => {
  const passed = then(questionOpen(), '2026-11-12T09:00Z', { type: 'propose_change', by: ann });
  assert.deepEqual([sketches(passed).duePassed, sketches(passed).overdueSince], [true, null]);
  const m = sketches(answered('2026-11-12T09:00Z'));
  assert.deepEqual([`${m.due}`, m.duePassed], ['2026-11-13T09:00:00Z', false]);
  const later = then(answered('2026-11-12T09:00Z'), '2026-11-14T09:00Z', {
    type: 'propose_change',
    by: ann,
  });
  assert.equal(`${sketches(later).overdueSince}`, '2026-11-13T09:00:00Z');
});

test('a question after the due date puts nothing off', () => {
  const ask = { type: 'ask_clarification', by: ann, question } as const;
  const late = then(funded(), '2026-11-10T09:00Z', ask);
  assert.equal(`${sketches(late).overdueSince}`, '2026-11-10T09:00:00Z');
  const after = then(late, '2026-11-12T09:00Z', { type: 'answer_clarification', by: ben, answer });
  assert.equal(`${sketches(after).due}`, '2026-11-10T09:00:00Z');
  assert.equal(`${sketches(after).overdueSince}`, '2026-11-10T09:00:00Z');
});

test('what is submitted is not overdue; taken back after the due date, it is', () => {
  const reviewed = then(submitted(), '2026-11-11T09:00Z', { type: 'propose_change', by: ann });
  assert.deepEqual([sketches(reviewed).duePassed, sketches(reviewed).overdueSince], [true, null]);
  const back = { type: 'withdraw_submission', by: ann, milestone: 'sketches' } as const;
  assert.equal(
    `${sketches(then(reviewed, '2026-11-11T10:00Z', back)).overdueSince}`,
    '2026-11-11T10:00:00Z',
  );
});

test('a question is kept with who asked and when, and its answer beside it', () => {
  const { state } = doneBy(
    questionOpen(),
    { type: 'answer_clarification', by: ben, answer },
    '2026-11-09T10:00Z',
  );
  const [one] = state.clarifications;
  assert.deepEqual([one?.by, one?.question, one?.answer], ['freelancer', question, answer]);
  assert.ok(soon < '2026-11-09');
});
