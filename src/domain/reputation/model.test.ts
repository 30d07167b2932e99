// The rules of the score once more, written down a second time as plainly as possible: whole
// histories in, one number out, with fractions as pairs. The two must always agree.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bad, classic, ended, now, open, rated, sealed, silent, soSo, usd } from './histories.ts';
import type { OutcomeFacts } from './history.ts';
import { scoreOf } from './success-score.ts';

const day = 24 * 3600 * 1000;
const ms = (at: Temporal.Instant) => at.epochMilliseconds;

/** Looked at on the 24th at noon: no month lacks that day. */
function begins(months: number): number {
  const [year, month] = [2026, 11 - months];
  const years = Math.floor((month - 1) / 12);
  const text = `${year + years}-${String(month - 12 * years).padStart(2, '0')}-24T12:00Z`;
  return ms(Temporal.Instant.from(text));
}

function outcome(one: OutcomeFacts): 'none' | 'nothing' | -1 | 0 | 1 {
  if (one.cancelled) return 'nothing';
  if (one.lostDisputeAt !== null) return -1;
  const { feedback } = one;
  if (feedback.is === 'flagged') return 'nothing';
  const stars = feedback.is === 'given' ? feedback.stars : null;
  const average = stars === null ? null : stars.reduce((a, b) => a + b) / 6;
  const value = average === null ? 'none' : average >= 4 ? 1 : average < 3 ? -1 : 0;
  return one.netPaid.minor === 0n && value !== -1 ? 'nothing' : value;
}

/** In quarters: 4, 5 or 6, and 4 for each full span in which something was paid. */
function quarters(one: OutcomeFacts): number {
  const net = one.netPaid.minor;
  const base = net <= 25000n ? 4 : net <= 100000n ? 5 : 6;
  const full = Math.floor((ms(one.endedAt ?? now) - ms(one.acceptedAt)) / (90 * day));
  const spans = new Set(
    one.paidAt.map((at) => Math.floor((ms(at) - ms(one.acceptedAt)) / (90 * day))),
  );
  const counted = [...spans].filter((span) => span < full).length;
  return base + 4 * Math.min(8, counted);
}

function inWindow(history: readonly OutcomeFacts[], months: number, missing: boolean) {
  const taken = history.filter(
    ({ endedAt, feedback }) =>
      endedAt !== null &&
      ms(endedAt) >= begins(months) &&
      ms(endedAt) <= ms(now) &&
      isKnown(feedback),
  );
  const judged = taken.map((one) => ({ one, value: outcome(one) }));
  const silence = judged.filter(({ value }) => value === 'none');
  silence.sort((a, b) => ms(a.one.endedAt ?? now) - ms(b.one.endedAt ?? now));
  const beyond = missing ? silence.slice(Math.floor(taken.length / 3)) : [];
  const counted = judged.filter(({ value }) => typeof value === 'number');
  const all = [...counted, ...beyond.map(({ one }) => ({ one, value: 0 }))];
  if (all.length < 2 || new Set(all.map(({ one }) => one.counterpart)).size < 2) return null;
  const sum = all.reduce((total, { one, value }) => total + quarters(one) * Number(value), 0);
  const weight = all.reduce((total, { one }) => total + quarters(one), 0);
  return Math.floor((200 * Math.max(0, sum) + weight) / (2 * weight));
}

function isKnown(feedback: OutcomeFacts['feedback']): boolean {
  return feedback.is !== 'sealed' && ms(feedback.at) <= ms(now);
}

const anything = fc
  .record({
    // Distinct moments: the model has no rule for contracts that end in the same instant.
    endedAgo: fc.integer({ min: 0, max: 800 * 24 * 60 }),
    lasted: fc.integer({ min: 0, max: 900 }),
    counterpart: fc.constantFrom('psn_a', 'psn_b', 'psn_c'),
    feedback: fc.constantFrom(rated(5, 5, 5, 5, 5, 5), rated(4, 4, 4, 4, 4, 4), bad, soSo, silent),
    other: fc.constantFrom(
      {},
      {},
      {},
      { feedback: sealed },
      { lostDisputeAt: now },
      {
        cancelled: true,
        netPaid: usd(0),
      },
    ),
    net: fc.constantFrom(0, 1, 250_00, 250_01, 1_000_00, 1_000_01),
    paid: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 12 }),
  })
  .map(({ endedAgo, lasted, counterpart, feedback, other, net, paid }) => {
    const endedAt = now.subtract({ minutes: endedAgo });
    const acceptedAt = endedAt.subtract({ hours: 24 * lasted });
    const paidAt = paid.map((days) => acceptedAt.add({ hours: 24 * days }));
    const known = feedback.is === 'sealed' ? feedback : { ...feedback, at: endedAt };
    const base = { acceptedAt, endedAt, counterpart, feedback: known, netPaid: usd(net), paidAt };
    return ended({ ...base, ...other });
  });

const histories = fc.uniqueArray(anything, {
  maxLength: 24,
  selector: ({ endedAt }) => `${endedAt}`,
});

test('every window gives what the rules say when they are written down a second time', () => {
  fc.assert(
    fc.property(histories, fc.constantFrom(open, classic), (history, scoring) => {
      const { score, windows } = scoreOf(history, scoring, now);
      const model = [6, 12, 24].map((months) => inWindow(history, months, scoring === classic));
      assert.deepEqual(
        windows.map((window) => window.score),
        model,
      );
      const points = model.filter((one) => one !== null);
      assert.equal(score, points.length === 0 ? null : Math.max(...points));
    }),
    { numRuns: 3000 },
  );
});
