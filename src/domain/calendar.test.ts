import assert from 'node:assert/strict';
import { test } from 'node:test';
import { after, compareInstants, earliest, endOfUtcDay, isBefore, later } from './calendar.ts';

const at = (text: string) => Temporal.Instant.from(text);
const span = (text: string) => Temporal.Duration.from(text);

test('a day is 24 hours, also when clocks somewhere are changed', () => {
  assert.equal(`${after(at('2026-10-24T12:00Z'), span('P14D'))}`, '2026-11-07T12:00:00Z');
  assert.equal(`${after(at('2026-03-28T12:00Z'), span('P1D'))}`, '2026-03-29T12:00:00Z');
});

test('a month is a calendar month of UTC', () => {
  assert.equal(`${after(at('2026-01-31T12:00Z'), span('P1M'))}`, '2026-02-28T12:00:00Z');
  assert.equal(`${after(at('2028-01-31T12:00Z'), span('P1M'))}`, '2028-02-29T12:00:00Z');
});

test('a day of UTC ends at the next midnight, of which midnight itself is no part', () => {
  assert.equal(`${endOfUtcDay(at('2026-11-17T00:00Z'))}`, '2026-11-18T00:00:00Z');
  assert.equal(`${endOfUtcDay(at('2026-11-17T23:59:59.999Z'))}`, '2026-11-18T00:00:00Z');
  assert.equal(`${endOfUtcDay(at('2026-12-31T12:00Z'))}`, '2027-01-01T00:00:00Z');
});

test('instants are compared to the nanosecond', () => {
  const a = at('2026-11-17T15:20:00Z');
  const b = at('2026-11-17T15:20:00.000000001Z');
  assert.ok(isBefore(a, b) && !isBefore(a, a));
  assert.equal(later(a, b), b);
  assert.equal(compareInstants(a, at('2026-11-17T16:20+01:00')), 0);
  assert.equal(earliest([b, a]), a);
  assert.equal(earliest([]), null);
});
