import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenActive, refusals } from '../../../../test/trials.ts';
import { completed, funded } from '../examples.ts';
import { ann, ben, praise, then } from '../lives.ts';

const { quality: _, ...five } = praise.stars;
const closing = '2026-11-19T00:00Z';

refusals('give_feedback', [
  ...onlyWhenActive(completed(), { by: ann, either: true }, praise).slice(0, 5),
  {
    when: 'before the end',
    life: funded(),
    does: { by: ann, ...praise },
    refused: 'contract_not_ended',
  },
  {
    when: 'without stars',
    life: completed(),
    does: { by: ann },
    refused: 'feedback_required',
    field: 'stars',
  },
  {
    when: 'with five stars of six',
    life: completed(),
    does: { by: ann, ...praise, stars: five },
    refused: 'feedback_incomplete',
    field: 'stars.quality',
  },
  {
    when: 'incomplete, even when given already',
    life: completed(),
    does: { by: ben, ...praise, stars: five },
    refused: 'feedback_incomplete',
  },
  {
    when: 'twice',
    life: completed(),
    does: { by: ben, ...praise },
    refused: 'feedback_already_given',
  },
  {
    when: 'when the window has closed',
    life: completed(),
    does: { by: ann, ...praise },
    at: closing,
    refused: 'feedback_window_has_closed',
  },
]);

const give = { type: 'give_feedback', by: ann, ...praise } as const;

test('the second feedback reveals both in one moment', () => {
  const step = doneBy(completed(), give);
  follows(step, { events: ['feedback_given', 'feedback_revealed'], postings: [] });
  assert.equal(`${step.state.feedback.revealedAt}`, '2026-11-05T09:00:00Z');
});

test('feedback of one side alone is revealed when the window closes', () => {
  assert.equal(completed().contract.feedback.revealedAt, null);
  const clock = { type: 'release_payment', by: ben, milestone: 'sketches' } as const;
  assert.throws(() => then(completed(), closing, clock), /contract_has_ended/);
});
