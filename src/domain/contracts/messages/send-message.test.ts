// Messages: from the offer on and after the end, by the two and nobody else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doneBy, follows, refusals } from '../../../../test/trials.ts';
import { completed, funded, offered, unsent } from '../examples.ts';
import { ann, ben, note, operator, stranger, then } from '../lives.ts';

const text = note('hello');
const declined = then(offered(), '2026-11-02T10:00Z', { type: 'decline_offer', by: ann });
const file = { file: 'fil_1', sha256: 'a'.repeat(64), bytes: 12, media_type: 'text/plain' };

refusals('send_message', [
  { when: 'to a stranger', life: funded(), does: { by: stranger, text }, refused: 'not_found' },
  { when: 'on what is hidden', life: unsent(), does: { by: ann, text }, refused: 'not_found' },
  { when: 'to an operator', life: funded(), does: { by: operator, text }, refused: 'not_a_party' },
  {
    when: 'on an expired offer',
    life: offered(),
    does: { by: ann, text },
    at: '2026-11-09T09:00Z',
    refused: 'offer_has_expired',
  },
  {
    when: 'on a declined offer',
    life: declined,
    does: { by: ann, text },
    refused: 'offer_not_pending',
  },
  {
    when: 'before the offer is sent',
    life: unsent(),
    does: { by: ben, text },
    at: '2026-11-02T10:00Z',
    refused: 'contract_is_offered',
  },
  {
    when: 'with nothing in it',
    life: funded(),
    does: { by: ben },
    refused: 'note_missing',
    field: 'text',
  },
]);

test('a message moves nothing, and is possible on an offer, at work and after the end', () => {
  for (const life of [offered(), funded(), completed()]) {
    const step = doneBy(life, { type: 'send_message', by: ann, text });
    follows(step, { events: ['message_sent'], postings: [], status: life.contract.status });
  }
});

test('files alone are a message', () => {
  const step = doneBy(funded(), { type: 'send_message', by: ben, files: [file] });
  const [sent] = step.events.map((one) => one.event);
  assert.deepEqual(sent, { type: 'message_sent', party: 'client', text: null, files: [file] });
});
