// Moments in words: zones with odd offsets, changes of the clock, skipped days, midnights.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftText } from './left.ts';
import * as time from './time.ts';

const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-11-24T15:20:00Z');

test('a deadline is told in local time with its city, in UTC, and as what is left', () => {
  assert.deepEqual(time.deadlineText(at('2026-12-04T15:02:00Z'), 'Europe/Berlin', now), {
    local: 'Fri 4 Dec 2026, 16:02 Berlin',
    utc: '15:02 UTC',
    left: 'in 9 days 23 h',
    soon: false,
    passed: false,
  });
});

test('a deadline reads right in every zone, and names the day of UTC where it differs', () => {
  const table: [string, string, string, string][] = [
    ['2026-12-04T15:02:59Z', 'America/New_York', 'Fri 4 Dec 2026, 10:02 New York', '15:02 UTC'],
    ['2026-12-04T20:00:00Z', 'Pacific/Apia', 'Sat 5 Dec 2026, 09:00 Apia', 'Fri 20:00 UTC'],
    [
      '2026-12-04T02:00:00Z',
      'America/Los_Angeles',
      'Thu 3 Dec 2026, 18:00 Los Angeles',
      'Fri 02:00 UTC',
    ],
    ['2026-12-04T15:00:00Z', 'Asia/Kathmandu', 'Fri 4 Dec 2026, 20:45 Kathmandu', '15:00 UTC'],
    ['2026-12-04T18:20:00Z', 'Asia/Kathmandu', 'Sat 5 Dec 2026, 00:05 Kathmandu', 'Fri 18:20 UTC'],
    [
      '2026-12-04T15:00:00Z',
      'America/Argentina/Buenos_Aires',
      'Fri 4 Dec 2026, 12:00 Buenos Aires',
      '15:00 UTC',
    ],
    ['2026-12-04T15:00:00Z', '+05:30', 'Fri 4 Dec 2026, 20:30 UTC+05:30', '15:00 UTC'],
    ['2026-12-04T15:00:00Z', 'Etc/GMT+5', 'Fri 4 Dec 2026, 10:00 UTC−05:00', '15:00 UTC'],
    ['2026-12-04T15:00:00Z', 'UTC', 'Fri 4 Dec 2026, 15:00 UTC', ''],
  ];
  for (const [instant, zone, local, utc] of table) {
    const told = time.deadlineText(at(instant), zone, now);
    assert.deepEqual([told.local, told.utc], [local, utc], zone);
  }
});

test('a deadline at midnight UTC is 24:00 of the day before, and local time as it is', () => {
  const table: [string, string, string][] = [
    ['Europe/Berlin', 'Tue 1 Dec 2026, 01:00 Berlin', 'Mon 24:00 UTC'],
    ['Europe/London', 'Tue 1 Dec 2026, 00:00 London', 'Mon 24:00 UTC'],
    ['America/New_York', 'Mon 30 Nov 2026, 19:00 New York', '24:00 UTC'],
    ['Pacific/Apia', 'Tue 1 Dec 2026, 13:00 Apia', 'Mon 24:00 UTC'],
    ['UTC', 'Mon 30 Nov 2026, 24:00 UTC', ''],
    ['Etc/UTC', 'Mon 30 Nov 2026, 24:00 UTC', ''],
  ];
  for (const [zone, local, utc] of table) {
    const told = time.deadlineText(at('2026-12-01T00:00:00Z'), zone, now);
    assert.deepEqual([told.local, told.utc], [local, utc], zone);
  }
  const newYear = time.deadlineText(at('2027-01-01T00:00:00Z'), 'UTC', now);
  assert.equal(newYear.local, 'Thu 31 Dec 2026, 24:00 UTC');
});

test('a hair after midnight is the new day', () => {
  const told = time.deadlineText(at('2026-12-01T00:00:00.001Z'), 'UTC', now);
  assert.equal(told.local, 'Tue 1 Dec 2026, 00:00 UTC');
});

test('the two 02:30 of an autumn night differ in UTC', () => {
  const first = time.deadlineText(at('2026-10-25T00:30:00Z'), 'Europe/Berlin', now);
  const second = time.deadlineText(at('2026-10-25T01:30:00Z'), 'Europe/Berlin', now);
  assert.equal(first.local, 'Sun 25 Oct 2026, 02:30 Berlin');
  assert.equal(second.local, first.local);
  assert.deepEqual([first.utc, second.utc], ['00:30 UTC', '01:30 UTC']);
});

test('the hour that spring skips is never shown', () => {
  const before = time.deadlineText(at('2027-03-28T00:59:00Z'), 'Europe/Berlin', now);
  const after = time.deadlineText(at('2027-03-28T01:00:00Z'), 'Europe/Berlin', now);
  assert.equal(before.local, 'Sun 28 Mar 2027, 01:59 Berlin');
  assert.equal(after.local, 'Sun 28 Mar 2027, 03:00 Berlin');
});

test('the day that Apia skipped is never shown', () => {
  const before = time.deadlineText(at('2011-12-30T09:59:00Z'), 'Pacific/Apia', now);
  const after = time.deadlineText(at('2011-12-30T10:00:00Z'), 'Pacific/Apia', now);
  assert.deepEqual([before.local, before.utc], ['Thu 29 Dec 2011, 23:59 Apia', 'Fri 09:59 UTC']);
  assert.deepEqual([after.local, after.utc], ['Sat 31 Dec 2011, 00:00 Apia', 'Fri 10:00 UTC']);
});

test('what is left is never more than there is, in days of 24 hours', () => {
  const minute = 60_000;
  const day = 24 * 60 * minute;
  const table: [number, string][] = [
    [10 * day - 1, 'in 9 days 23 h'],
    [14 * day, 'in 14 days'],
    [day, 'in 1 day'],
    [day + 60 * minute, 'in 1 day 1 h'],
    [365 * day + 5 * 60 * minute, 'in 365 days'],
    [3 * 60 * minute + 20 * minute, 'in 3 h 20 min'],
    [60 * minute, 'in 1 h'],
    [12 * minute + 59_999, 'in 12 min'],
    [59_999, 'in less than a minute'],
    [0, 'now'],
    [-59_999, 'now'],
    [-3 * minute, '3 min ago'],
    [-2 * day - 1, '2 days ago'],
  ];
  for (const [ms, read] of table) assert.equal(leftText(ms), read);
});

test('a deadline is soon below 48 hours and not at 48', () => {
  const soon = (text: string) => time.deadlineText(at(text), 'UTC', now);
  assert.equal(soon('2026-11-26T15:20:00Z').soon, false);
  assert.equal(soon('2026-11-26T15:19:59Z').soon, true);
  assert.deepEqual(
    [soon('2026-11-24T15:20:00Z').soon, soon('2026-11-24T15:20:00Z').passed],
    [false, true],
  );
});

test('a day in a sentence names the year only where it is not the current one', () => {
  const berlin = 'Europe/Berlin';
  assert.equal(time.dayText(at('2026-12-04T15:02:00Z'), berlin, now), 'Friday, 4 December');
  assert.equal(time.dayText(at('2026-12-31T23:30:00Z'), berlin, now), 'Friday, 1 January 2027');
  assert.equal(time.shortDayText(at('2026-12-04T15:02:00Z'), berlin, now), 'Fri 4 Dec');
  assert.equal(time.shortDayText(at('2025-12-04T15:02:00Z'), berlin, now), 'Thu 4 Dec 2025');
  assert.equal(time.momentText(at('2026-11-20T15:02:00Z'), berlin, now), 'Fri 20 Nov, 16:02');
  assert.equal(time.dateText(at('2026-12-04T15:02:00Z'), berlin), 'Fri 4 Dec 2026');
  assert.equal(time.plainDateText('2027-01-15'), '15 Jan 2027');
});

test('a span is read in the units it is written in', () => {
  const table: [string, string][] = [
    ['P14D', '14 days'],
    ['P1D', '1 day'],
    ['PT12H', '12 hours'],
    ['P1DT12H', '1 day 12 hours'],
    ['PT90M', '90 minutes'],
    ['P365D', '365 days'],
    ['PT0S', 'no time'],
  ];
  for (const [span, read] of table) assert.equal(time.durationText(span), read);
});
