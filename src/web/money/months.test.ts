// Months in addresses of statements.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPresent, monthOf, monthText } from './months.ts';

const now = Temporal.Instant.from('2026-11-30T23:59:59Z');

test('a month that is none, or lies ahead, is the present one in UTC', () => {
  const table: [string | undefined, string][] = [
    [undefined, '2026-11'],
    ['2026-10', '2026-10'],
    ['2026-12', '2026-11'],
    ['2026-13', '2026-11'],
    ['-1', '2026-11'],
    ['2026-10-01', '2026-11'],
  ];
  for (const [asked, shown] of table) assert.equal(monthOf(asked, now).toString(), shown);
  assert.equal(isPresent(monthOf(undefined, now), now), true);
  assert.equal(isPresent(monthOf('2026-10', now), now), false);
});

test('a month reads as people say it', () => {
  assert.equal(monthText(Temporal.PlainYearMonth.from('2026-11')), 'November 2026');
});
