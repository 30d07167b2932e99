import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { at, bad, classic, ended, now, open, rated, sealed, silent, usd } from './histories.ts';
import type { OutcomeFacts } from './history.ts';
import { scoreOf } from './success-score.ts';
import { scoreIf, scoreRange } from './what-if.ts';

const stars = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 6, maxLength: 6 });

/** Any contract of the last thirty months, with one of four counterparts. */
const anything: fc.Arbitrary<OutcomeFacts> = fc
  .record({
    daysAgo: fc.integer({ min: 0, max: 900 }),
    lasted: fc.integer({ min: 1, max: 900 }),
    knownAfter: fc.integer({ min: 0, max: 20 }),
    counterpart: fc.constantFrom('psn_a', 'psn_b', 'psn_c', 'psn_d'),
    feedback: fc.oneof(fc.constant(null), fc.constant('flagged' as const), stars),
    net: fc.constantFrom(0, 1, 250_00, 250_01, 1_000_00, 1_000_01),
    paid: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 12 }),
    cancelled: fc.boolean(),
    lost: fc.integer({ min: 0, max: 9 }),
    again: fc.integer({ min: 0, max: 9 }),
  })
  .map(({ daysAgo, lasted, knownAfter, counterpart, feedback, net, paid, lost, ...more }) => {
    const endedAt = now.subtract({ hours: 24 * daysAgo });
    const acceptedAt = endedAt.subtract({ hours: 24 * lasted });
    const known = endedAt.add({ hours: 24 * knownAfter });
    return ended({
      acceptedAt,
      endedAt: more.again === 0 ? null : endedAt,
      cancelled: more.cancelled && net === 0,
      counterpart,
      feedback:
        feedback === null
          ? { is: 'none', at: known }
          : feedback === 'flagged'
            ? { is: 'flagged', at: known }
            : { is: 'given', at: known, stars: feedback },
      netPaid: usd(net),
      paidAt: paid.map((days) => acceptedAt.add({ hours: 24 * days })),
      lostDisputeAt: lost === 0 ? known : null,
    });
  });

const histories = fc.array(anything, { maxLength: 20 });
const policies = fc.constantFrom(open, classic);

test('a score is none, or a whole number from 0 to 100, and is the highest of its windows', () => {
  fc.assert(
    fc.property(histories, policies, (history, scoring) => {
      const { score, windows, window } = scoreOf(history, scoring, now);
      const points = windows.flatMap((one) => (one.score === null ? [] : [one.score]));
      if (score === null) return assert.deepEqual([points, window], [[], null]);
      assert.ok(Number.isInteger(score) && score >= 0 && score <= 100);
      assert.equal(score, Math.max(...points));
    }),
    { numRuns: 500 },
  );
});

test('the shares of the explanation sum to the score, and every contract is explained once', () => {
  fc.assert(
    fc.property(histories, policies, (history, scoring) => {
      const { score, contracts } = scoreOf(history, scoring, now);
      const shares = contracts.map((line) => (line.counted ? (line.share ?? 0) : 0));
      const sum = shares.reduce((one, other) => one + other, 0);
      assert.equal(sum, score ?? 0);
      const ids = (all: readonly { contract: string }[]) => all.map((one) => one.contract).sort();
      assert.deepEqual(ids(contracts), ids(history));
    }),
    { numRuns: 500 },
  );
});

test('the order in which contracts are told changes nothing', () => {
  const shuffled = histories.chain((history) =>
    fc.tuple(fc.constant(history), fc.shuffledSubarray(history, { minLength: history.length })),
  );
  fc.assert(
    fc.property(shuffled, policies, ([history, other], scoring) => {
      assert.deepEqual(plain(scoreOf(other, scoring, now)), plain(scoreOf(history, scoring, now)));
    }),
  );
});

test('adding what is left out changes no number', () => {
  const none = [
    { feedback: silent },
    { cancelled: true, netPaid: usd(0) },
    { netPaid: usd(0) },
    { feedback: { is: 'flagged', at: now } as const },
    { feedback: sealed },
    { endedAt: null, feedback: sealed },
    { acceptedAt: at('2020-01-01T00:00Z'), endedAt: at('2020-02-01T00:00Z') },
  ];
  fc.assert(
    fc.property(histories, fc.constantFrom(...none), (history, changes) => {
      const more = scoreOf([...history, ended(changes)], open, now);
      assert.deepEqual(numbers(more), numbers(scoreOf(history, open, now)));
    }),
  );
});

test('two worlds that differ in sealed feedback alone have the same score, in either policy', () => {
  fc.assert(
    fc.property(histories, policies, stars, (history, scoring, content) => {
      const later = now.add({ hours: 1 });
      const [first, second] = [rated(...content), bad].map((feedback) =>
        ended({ contract: 'ctr_sealed', feedback: { ...feedback, at: later } as typeof feedback }),
      );
      const world = (one: OutcomeFacts | undefined) =>
        plain(scoreOf([...history, one ?? ended()], scoring, now));
      assert.deepEqual(world(first), world(second));
      assert.deepEqual(world(first), world(ended({ contract: 'ctr_sealed', feedback: sealed })));
    }),
  );
});

test('in a window that competes praise never lowers the score, and a bad review never raises it', () => {
  const one = { ...open, rules: { ...open.rules, windows: open.rules.windows.slice(2) } };
  fc.assert(
    fc.property(histories, (history) => {
      const { score } = scoreOf(history, one, now);
      if (score === null) return;
      const withOne = (changes: Partial<OutcomeFacts>) =>
        scoreOf([...history, ended(changes)], one, now).score ?? 0;
      assert.ok(withOne({}) >= score);
      assert.ok(withOne({ feedback: bad }) <= score);
    }),
  );
});

test('what if is the same function with that outcome, and leaves the history alone', () => {
  const [first, second] = [ended(), ended()];
  const running = ended({ endedAt: null, feedback: sealed });
  const range = scoreRange([first, second], running, open, now);
  assert.deepEqual(range, { now: 100, noFeedback: 100, best: 100, worst: 33 });
  const known = ended({ ...running, endedAt: now, feedback: { ...bad, at: now } as typeof bad });
  assert.equal(
    scoreIf([first, second], running, 1, open, now).score,
    scoreOf([first, second, known], open, now).score,
  );
});

test('what if about a contract that has ended takes the place of what is there', () => {
  const one = ended({ feedback: sealed });
  const range = scoreRange([ended(), one], one, open, now);
  assert.deepEqual(range, { now: null, noFeedback: null, best: 100, worst: 0 });
});

function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

function numbers({ score, windows }: ReturnType<typeof scoreOf>) {
  return plain({ score, windows });
}
