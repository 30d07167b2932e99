// Where the clock is sent by what people and programs write, and what is told to those who write
// something else.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWrong, targetOf } from './target.ts';

const now = Temporal.Instant.from('2026-11-24T15:20:00Z');
const sent = (fields: Record<string, string>, zone = 'Europe/Berlin') => {
  const target = targetOf(fields, now, zone);
  if (isWrong(target)) return `${target.field}: ${target.text}`;
  if ('next' in target) return 'next';
  return 'to' in target ? `${target.to}` : `${target.by}`;
};

test('the clock goes to an instant, to a local time, by a span, or to the next deadline', () => {
  assert.equal(sent({ to: '2026-12-04T15:00Z' }), '2026-12-04T15:00:00Z');
  assert.equal(sent({ to: '2026-12-04T16:00' }), '2026-12-04T15:00:00Z');
  assert.equal(sent({ to: '2026-12-04T16:00' }, 'Asia/Tokyo'), '2026-12-04T07:00:00Z');
  assert.equal(sent({ by: 'P14D' }), 'P14D');
  assert.equal(sent({ by: ' pt90m ' }), 'PT90M');
  assert.equal(sent({ next: '1', by: 'P1D' }), 'next');
});

test('a clock that would go back, too far, or nowhere is refused at the field that says so', () => {
  assert.match(sent({ to: '2026-11-24T15:19Z' }), /^to: The clock never goes back/);
  assert.match(sent({ by: '-P1D' }), /^by: The clock never goes back/);
  assert.match(sent({ by: 'P11Y' }), /^by: .*more than ten years/);
  assert.match(sent({ to: '+275760-09-13T00:00Z' }), /^to: .*more than ten years/);
  assert.match(sent({ by: 'P999999999Y' }), /^by: /);
  assert.match(sent({ by: 'soon' }), /^by: Give a span/);
  assert.match(sent({ to: 'tomorrow' }), /^to: Give a moment/);
  assert.match(sent({}), /^to: Say where/);
});
