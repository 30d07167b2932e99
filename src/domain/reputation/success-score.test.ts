import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  at,
  bad,
  classic,
  ended,
  flagged,
  now,
  open,
  rated,
  sealed,
  silent,
  soSo,
  usd,
} from './histories.ts';
import type { OutcomeFacts } from './history.ts';
import type { Scoring } from './judged.ts';
import { scoreOf } from './success-score.ts';

const score = (history: readonly OutcomeFacts[], scoring = open) =>
  scoreOf(history, scoring, now).score;

function lineOf(one: OutcomeFacts, scoring = open, others = [ended(), ended()]) {
  const { contracts } = scoreOf([one, ...others], scoring, now);
  const line = contracts.find(({ contract }) => contract === one.contract);
  assert.ok(line);
  return line;
}

function reasonOf(one: OutcomeFacts, scoring = open): string {
  return lineOf(one, scoring).reason;
}

function worthOf(one: OutcomeFacts): number | null {
  const line = lineOf(one);
  return line.counted ? line.value : null;
}

test('an average of exactly 4.0 is positive, and a star less is not', () => {
  assert.equal(worthOf(ended({ feedback: rated(4, 4, 4, 4, 4, 4) })), 1);
  assert.equal(worthOf(ended({ feedback: rated(5, 5, 5, 3, 3, 3) })), 1);
  assert.equal(worthOf(ended({ feedback: rated(4, 4, 4, 4, 4, 3) })), 0);
});

test('an average of exactly 3.0 is neutral, and a star less is negative', () => {
  assert.equal(worthOf(ended({ feedback: rated(3, 3, 3, 3, 3, 3) })), 0);
  assert.equal(worthOf(ended({ feedback: rated(5, 5, 5, 1, 1, 1) })), 0);
  assert.equal(worthOf(ended({ feedback: rated(3, 3, 3, 3, 3, 2) })), -1);
});

test('a contract without feedback is left out', () => {
  assert.equal(reasonOf(ended({ feedback: silent })), 'no_feedback');
});

test('a cancelled contract is left out, whatever was said about it', () => {
  assert.equal(reasonOf(ended({ cancelled: true, feedback: bad })), 'cancelled');
});

test('with nothing paid net only negative feedback counts', () => {
  assert.equal(reasonOf(ended({ netPaid: usd(0) })), 'nothing_paid');
  assert.equal(reasonOf(ended({ netPaid: usd(0), feedback: soSo })), 'nothing_paid');
  assert.equal(reasonOf(ended({ netPaid: usd(0), feedback: silent })), 'nothing_paid');
  assert.equal(reasonOf(ended({ netPaid: usd(0), feedback: bad })), 'negative');
  assert.equal(reasonOf(ended({ netPaid: usd(1) })), 'positive');
});

test('flagged feedback does not count', () => {
  assert.equal(reasonOf(ended({ feedback: flagged })), 'flagged');
});

test('a contract that is open again does not count until it has ended again', () => {
  assert.equal(reasonOf(ended({ endedAt: null, feedback: sealed })), 'open_again');
});

test('sealed feedback never counts before it is revealed', () => {
  assert.equal(reasonOf(ended({ feedback: sealed })), 'sealed');
  const later = {
    is: 'given',
    at: now.add({ nanoseconds: 1 }),
    stars: [1, 1, 1, 1, 1, 1],
  } as const;
  assert.equal(reasonOf(ended({ feedback: later })), 'sealed');
  assert.equal(reasonOf(ended({ feedback: { ...later, at: now } })), 'negative');
  const closesLater = { is: 'none', at: now.add({ nanoseconds: 1 }) } as const;
  assert.equal(reasonOf(ended({ feedback: closesLater }), classic), 'sealed');
});

test('a dispute wholly for the other side is -1, whatever the stars', () => {
  const lostDisputeAt = at('2026-11-01T09:00Z');
  assert.equal(worthOf(ended({ lostDisputeAt })), -1);
  assert.equal(reasonOf(ended({ lostDisputeAt })), 'lost_dispute');
});

test('a lost dispute counts without feedback and without a payment', () => {
  const lost = { lostDisputeAt: at('2026-11-01T09:00Z'), netPaid: usd(0) };
  assert.equal(worthOf(ended({ ...lost, feedback: silent })), -1);
  assert.equal(worthOf(ended({ ...lost, feedback: flagged })), -1);
});

test('a dispute that is decided later does not count yet', () => {
  const one = ended({ lostDisputeAt: now.add({ nanoseconds: 1 }) });
  assert.equal(reasonOf(one), 'positive');
  assert.equal(reasonOf(ended({ lostDisputeAt: now })), 'lost_dispute');
});

test('a lost dispute waits until the feedback window is over', () => {
  const lost = ended({ lostDisputeAt: at('2026-11-01T09:00Z'), feedback: sealed });
  assert.equal(reasonOf(lost), 'sealed');
});

test('a window is inclusive to the instant at both ends', () => {
  const begins = at('2026-05-24T12:00Z');
  const inSix = (endedAt: Temporal.Instant) =>
    scoreOf([ended({ endedAt })], open, now).windows[0]?.counted;
  assert.equal(inSix(begins), 1);
  assert.equal(inSix(begins.subtract({ nanoseconds: 1 })), 0);
  const justNow = { feedback: { is: 'given', at: now, stars: [5, 5, 5, 5, 5, 5] } } as const;
  const counted = (endedAt: Temporal.Instant) =>
    scoreOf([ended({ ...justNow, endedAt })], open, now).windows[0]?.counted;
  assert.equal(counted(now), 1);
  assert.equal(counted(now.add({ nanoseconds: 1 })), 0);
});

test('windows are calendar months in UTC, and on a day that a month lacks begin on its last', () => {
  const begins = (text: string) =>
    scoreOf([], open, at(text)).windows.map(({ from }) => from.toString());
  assert.deepEqual(begins('2026-08-31T10:00Z'), [
    '2026-02-28T10:00:00Z',
    '2025-08-31T10:00:00Z',
    '2024-08-31T10:00:00Z',
  ]);
  assert.deepEqual(begins('2024-02-29T00:00Z'), [
    '2023-08-29T00:00:00Z',
    '2023-02-28T00:00:00Z',
    '2022-02-28T00:00:00Z',
  ]);
});

test('only windows with two counted contracts of two counterparts compete', () => {
  assert.equal(score([]), null);
  assert.equal(score([ended()]), null);
  assert.equal(score([ended({ counterpart: 'psn_ben' }), ended({ counterpart: 'psn_ben' })]), null);
  assert.equal(score([ended(), ended({ feedback: silent })]), null);
  assert.equal(score([ended(), ended()]), 100);
});

test('without a score every contract is still explained, and none has a share', () => {
  const { contracts, windows } = scoreOf([ended()], open, now);
  assert.deepEqual(
    windows.map((window) => window.score),
    [null, null, null],
  );
  assert.deepEqual(
    contracts.map((line) => line.counted && line.share),
    [null],
  );
});

test('the score is that of the window where it is highest', () => {
  const longAgo = { acceptedAt: at('2025-01-10T09:00Z'), endedAt: at('2025-02-01T09:00Z') };
  const fair = scoreOf([ended(), ended({ feedback: bad }), ended(longAgo)], open, now);
  assert.deepEqual(
    fair.windows.map((window) => window.score),
    [0, 0, 33],
  );
  assert.equal(fair.score, 33);
  assert.equal(fair.window?.toString(), 'P24M');
});

test('of windows that are equally high the first of the policy is shown', () => {
  assert.equal(scoreOf([ended(), ended()], open, now).window?.toString(), 'P6M');
});

test('a score is never below zero, and rounded half up', () => {
  assert.equal(score([ended({ feedback: bad }), ended({ feedback: bad })]), 0);
  assert.equal(score([ended(), ended(), ended({ feedback: soSo })]), 67);
  const seven = [ended(), ...Array.from({ length: 7 }, () => ended({ feedback: soSo }))];
  assert.equal(score(seven), 13, '12.5 is rounded up');
});

test('the example of the visual language adds up', () => {
  const worth = (minor: number) => ({ netPaid: usd(minor) });
  const history = [
    ended(worth(1_450_00)),
    ended(worth(900_00)),
    ended({ ...worth(240_00), feedback: soSo }),
    ended({ ...worth(220_00), feedback: bad }),
  ];
  assert.equal(score(history), 37, '(1.5 + 1.25 - 1) / 4.75');
});

function years(history: number, scoring: Scoring) {
  const silence = Array.from({ length: history }, (_, day) => {
    const endedAt = at('2026-09-01T09:00Z').add({ hours: 24 * day });
    return ended({ acceptedAt: at('2026-08-20T09:00Z'), endedAt, feedback: silent });
  });
  const { contracts, score: points } = scoreOf([ended(), ended(), ...silence], scoring, now);
  const reasons = silence.map(
    (one) => contracts.find(({ contract }) => contract === one.contract)?.reason,
  );
  return { points, reasons };
}

test('silence about a contract costs nothing in the standard policy', () => {
  assert.equal(years(7, open).points, 100);
});

test('classic leaves missing feedback out up to a third of what ended, rounded down', () => {
  assert.deepEqual(years(1, classic), { points: 100, reasons: ['no_feedback'] });
  const beyond = 'missing_feedback_beyond_a_third';
  // Two of four: a third of four is one. The newer one counts as nothing.
  assert.deepEqual(years(2, classic), { points: 67, reasons: ['no_feedback', beyond] });
  // Four of six: two are left out, the two newest count.
  assert.deepEqual(years(4, classic), {
    points: 50,
    reasons: ['no_feedback', 'no_feedback', beyond, beyond],
  });
});

test('what is left out for another reason is no missing feedback', () => {
  const nothing = ended({ netPaid: usd(0), feedback: silent });
  const scored = scoreOf([ended(), nothing, ended({ cancelled: true })], classic, now);
  assert.equal(scored.windows[0]?.counted, 1);
});

test('missing feedback of one client is no score, however much there is', () => {
  const same = { counterpart: 'psn_ben', feedback: silent };
  assert.equal(score([ended(same), ended(same), ended(same)], classic), null);
});
