import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isId, newId, timeOfId } from './ids.ts';

const at = (text: string) => Temporal.Instant.from(text);

test('an id carries its kind and its moment', () => {
  const id = newId('psn', at('2026-03-02T09:00:00.123Z'));
  assert.match(id, /^psn_[0-9a-hjkmnp-tv-z]{26}$/);
  assert.equal(String(timeOfId(id)), '2026-03-02T09:00:00.123Z');
  assert.ok(isId('psn', id));
  assert.ok(!isId('ctr', id));
  assert.ok(!isId('psn', 'psn_1'));
  assert.throws(() => timeOfId('psn_1'), /not an id/);
});

test('ids sort by time', () => {
  const moments = [
    '1970-01-01T00:00Z',
    '2026-03-02T09:00Z',
    '2026-03-02T09:00:00.001Z',
    '2999-01-01T00:00Z',
  ];
  const ids = moments.map((moment) => newId('ctr', at(moment)));
  assert.deepEqual([...ids].sort(), ids);
});

test('ids of one moment differ', () => {
  const now = at('2026-03-02T09:00Z');
  assert.equal(new Set(Array.from({ length: 10_000 }, () => newId('txt', now))).size, 10_000);
});
