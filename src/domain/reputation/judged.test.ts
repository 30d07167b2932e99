import assert from 'node:assert/strict';
import { test } from 'node:test';
import { money } from '../money/money.ts';
import { at, ended, open, usd } from './histories.ts';
import { lastingSpans, weightOf } from './judged.ts';

const weight = (changes: Parameters<typeof ended>[0]) => weightOf(ended(changes), open);

test('what was paid net weighs 1 up to 250.00, 1.25 up to 1,000.00, above that 1.5', () => {
  assert.equal(weight({ netPaid: usd(1) }), 100);
  assert.equal(weight({ netPaid: usd(250_00) }), 100);
  assert.equal(weight({ netPaid: usd(250_01) }), 125);
  assert.equal(weight({ netPaid: usd(1_000_00) }), 125);
  assert.equal(weight({ netPaid: usd(1_000_01) }), 150);
});

test('amounts are measured in their own currency', () => {
  assert.equal(weight({ netPaid: money(37500n, 'JPY') }), 100);
  assert.equal(weight({ netPaid: money(37501n, 'JPY') }), 125);
});

test('a contract that was paid nothing and counts all the same has the least weight', () => {
  assert.equal(weight({ netPaid: usd(0) }), 100);
});

const acceptedAt = at('2024-01-01T09:00Z');
const day = (days: number) => acceptedAt.add({ hours: 24 * days });

function spans(endsOn: number, paidOn: readonly number[]): number {
  const one = ended({ acceptedAt, endedAt: day(endsOn), paidAt: paidOn.map(day) });
  return lastingSpans(one, open.rules);
}

test('a span counts when it was full: to the instant of its ninetieth day', () => {
  assert.equal(spans(90, [3]), 1);
  const short = ended({
    acceptedAt,
    endedAt: day(90).subtract({ nanoseconds: 1 }),
    paidAt: [day(3)],
  });
  assert.equal(lastingSpans(short, open.rules), 0);
});

test('a span counts only when something was paid in it, however much', () => {
  assert.equal(spans(360, []), 0);
  assert.equal(spans(360, [10, 20, 30]), 1);
  assert.equal(spans(360, [10, 100, 280]), 3);
});

test('what is paid at the last instant of a span belongs to the next', () => {
  assert.equal(spans(179, [90]), 0);
  assert.equal(spans(180, [90]), 1);
  assert.equal(spans(180, [89, 90]), 2);
});

test('what is paid after the end lengthens nothing', () => {
  assert.equal(spans(100, [20, 95, 300]), 1);
});

test('at most eight spans count', () => {
  const every = Array.from({ length: 10 }, (_, index) => 90 * index + 1);
  assert.equal(spans(900, every), 8);
  assert.equal(
    weightOf(ended({ acceptedAt, endedAt: day(900), paidAt: every.map(day) }), open),
    900,
  );
});

test('the order in which payments are told does not matter', () => {
  assert.equal(spans(360, [280, 10, 100]), 3);
});
