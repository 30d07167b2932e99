// Feedback once it can be read: answered, changed with consent, reported, flagged.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, onlyWhenActive, refusals } from '../../../../test/trials.ts';
import { caughtUp } from '../../step.ts';
import { deadlinesOf } from '../deadlines.ts';
import { completed, funded } from '../examples.ts';
import { ann, ben, classic, moderator, moment, note, praise, then } from '../lives.ts';

const { quality: _, ...five } = praise.stars;
const comment = note('answer');
const reason = note('reason');
const at = '2026-11-05T10:00Z';
const closing = '2026-11-19T00:00Z';
const answered = '2026-12-02T12:00Z';

/** Both have given it, so that it can be read from November 5 on. */
const revealed = (world = completed().world) =>
  then(completed(world), '2026-11-05T09:00Z', { type: 'give_feedback', by: ann, ...praise });
const allowed = () => then(revealed(), at, { type: 'allow_feedback_change', by: ann });
const reported = () => then(revealed(), at, { type: 'report_feedback', by: ann, reason });
const responded = () => then(revealed(), at, { type: 'respond_to_feedback', by: ann, comment });

const wrong = (fields: object) => [
  ...onlyWhenActive(completed(), { by: ann, either: true }, { ...fields }).slice(0, 5),
  {
    when: 'before the end',
    life: funded(),
    does: { by: ann, ...fields },
    refused: 'contract_not_ended' as const,
  },
];

refusals('respond_to_feedback', [
  ...wrong({ comment }),
  {
    when: 'four weeks after the end',
    life: revealed(),
    does: { by: ann, comment },
    at: answered,
    refused: 'feedback_window_has_closed',
  },
  {
    when: 'while it is sealed',
    life: completed(),
    does: { by: ann, comment },
    refused: 'feedback_not_revealed',
  },
  {
    when: 'when the other side has given none',
    life: completed(),
    does: { by: ben, comment },
    at: closing,
    refused: 'feedback_not_revealed',
  },
  {
    when: 'twice',
    life: responded(),
    does: { by: ann, comment },
    at,
    refused: 'response_already_given',
  },
  {
    when: 'without a word',
    life: revealed(),
    does: { by: ann },
    at,
    refused: 'note_missing',
    field: 'comment',
  },
]);

refusals('allow_feedback_change', [
  ...wrong({}),
  {
    when: 'while it is sealed',
    life: completed(),
    does: { by: ann },
    refused: 'feedback_not_revealed',
  },
  {
    when: 'twice on a contract',
    life: allowed(),
    does: { by: ann },
    at,
    refused: 'change_already_used',
  },
]);

refusals('change_feedback', [
  ...wrong(praise),
  {
    when: 'without stars',
    life: allowed(),
    does: { by: ben },
    at,
    refused: 'feedback_required',
    field: 'stars',
  },
  {
    when: 'with five stars of six',
    life: allowed(),
    does: { by: ben, ...praise, stars: five },
    at,
    refused: 'feedback_incomplete',
    field: 'stars.quality',
  },
  {
    when: 'when its two weeks are over',
    life: allowed(),
    does: { by: ben, ...praise },
    at: '2026-11-19T10:00Z',
    refused: 'feedback_window_has_closed',
  },
  {
    when: 'when nobody has allowed it',
    life: revealed(),
    does: { by: ben, ...praise },
    at,
    refused: 'change_not_allowed',
  },
  {
    when: 'by the one who has allowed it',
    life: allowed(),
    does: { by: ann, ...praise },
    at,
    refused: 'change_not_allowed',
  },
]);

refusals('report_feedback', [
  ...wrong({ reason }),
  {
    when: 'while it is sealed',
    life: completed(),
    does: { by: ann, reason },
    refused: 'feedback_not_revealed',
  },
  {
    when: 'without a word',
    life: revealed(),
    does: { by: ann },
    at,
    refused: 'note_missing',
    field: 'reason',
  },
]);

refusals('flag_feedback', [
  {
    when: 'on what nobody has reported',
    life: revealed(),
    does: { by: moderator, author: 'client', reason },
    at,
    refused: 'not_found',
  },
  {
    when: 'on the feedback of the other side',
    life: reported(),
    does: { by: moderator, author: 'freelancer', reason },
    at,
    refused: 'not_found',
    field: 'author',
  },
  {
    when: 'to a party',
    life: reported(),
    does: { by: ann, author: 'client', reason },
    at,
    refused: 'not_your_decision',
  },
  {
    when: 'without a word',
    life: reported(),
    does: { by: moderator, author: 'client' },
    at,
    refused: 'note_missing',
    field: 'reason',
  },
]);

test('a response is possible for four weeks after the end, and for ever in the old rules', () => {
  const respond = { type: 'respond_to_feedback', by: ann, comment } as const;
  follows(doneBy(revealed(), respond, '2026-12-02T11:59:59Z'), { events: ['feedback_responded'] });
  follows(doneBy(revealed(classic), respond, '2031-01-01T00:00Z'), {
    events: ['feedback_responded'],
  });
});

test('a change is possible for two weeks, as often as its author wants, and visible at once', () => {
  const change = { type: 'change_feedback', by: ben, ...praise, sealed: note('anew') } as const;
  const once = doneBy(allowed(), change, '2026-11-19T09:59:59Z');
  follows(once, { events: ['feedback_changed'], postings: [] });
  assert.deepEqual(once.state.feedback.client?.sealed, note('anew'));
  const late = caughtUp(once.state, moment('2026-11-19T10:00Z'));
  assert.deepEqual(
    late.events.map((one) => one.event.type),
    ['feedback_change_ended'],
  );
  assert.ok(!deadlinesOf(late.state).some(({ what }) => what === 'feedback_change_ends'));
});

test('what was missed can be given when its subject allows it', () => {
  const closed = then(completed(), closing, { type: 'allow_feedback_change', by: ben });
  const given = { type: 'change_feedback', by: ann, ...praise, sealed: note('late') } as const;
  const { state } = doneBy(closed, given, closing);
  assert.deepEqual(state.feedback.freelancer?.sealed, note('late'));
});

test('when neither gave any, the first to give it late is read at once', () => {
  const end = { type: 'propose_cancel', by: ann } as const;
  const together = then(then(funded(), '2026-11-03T09:00Z', end), '2026-11-03T10:00Z', {
    type: 'accept_cancel',
    by: ben,
  });
  const late = '2026-11-18T00:00Z';
  const open = then(together, late, { type: 'allow_feedback_change', by: ann });
  const { state } = doneBy(open, { type: 'change_feedback', by: ben, ...praise }, late);
  assert.equal(`${state.feedback.revealedAt}`, '2026-11-18T00:00:00Z');
});

test('a moderator flags what was reported, and its reason is kept beside it', () => {
  const flag = { type: 'flag_feedback', by: moderator, author: 'client', reason } as const;
  const step = doneBy(reported(), flag, at);
  follows(step, { events: ['feedback_flagged'], postings: [] });
  assert.deepEqual(step.state.feedback.flagged.client?.reason, reason);
  assert.equal(step.state.feedback.flagged.freelancer, null);
});
