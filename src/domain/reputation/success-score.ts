// The success score, in the open (the rules are section 7 of the vocabulary): a pure function from
// what has become of somebody's contracts to a number, with everything that explains it. It takes
// integers, gives integers, asks no clock, and knows nothing of feedback that is sealed.
import { compareInstants, type Duration, type Instant } from '../calendar.ts';
import type { OutcomeFacts } from './history.ts';
import {
  type CountedBecause,
  type Judged,
  judged,
  type LeftOutBecause,
  type Scoring,
  type Value,
  weightOf,
} from './judged.ts';
import { pointsOf, type Sums, sharesOf, sumsOf } from './shares.ts';

export type ScoreLine =
  | {
      readonly contract: string;
      readonly counted: true;
      readonly value: Value;
      /** Hundredths. */
      readonly weight: number;
      readonly reason: CountedBecause;
      /** Whole points, which sum to the score; null when there is no score. */
      readonly share: number | null;
    }
  | { readonly contract: string; readonly counted: false; readonly reason: LeftOutBecause };

export type WindowScore = {
  readonly window: Duration;
  /** Inclusive; the window ends now, inclusive. */
  readonly from: Instant;
  /** Null where too little counts for it to compete. */
  readonly score: number | null;
  readonly counted: number;
  readonly counterparts: number;
};

export type Score = {
  readonly at: Instant;
  readonly score: number | null;
  /** The window that wins; null without a score. */
  readonly window: Duration | null;
  readonly windows: readonly WindowScore[];
  /** Every contract, the latest end first: by the window that wins, else by the longest one. */
  readonly contracts: readonly ScoreLine[];
};

type Entry = { readonly one: OutcomeFacts; readonly judged: Judged };
type Counted = Entry & { readonly judged: Extract<Judged, { counted: true }> };
type Looked = WindowScore & { readonly entries: readonly Entry[]; readonly sums: Sums };

/** The score at a moment, and how it comes about. The order of the history does not matter. */
export function scoreOf(history: readonly OutcomeFacts[], scoring: Scoring, now: Instant): Score {
  const ordered = [...history].sort(byEnd);
  const looked = scoring.rules.windows.map((window) => lookThrough(ordered, scoring, window, now));
  const best = looked.reduce<Looked | null>(better, null);
  const shown = best ?? longest(looked);
  return {
    at: now,
    score: best?.score ?? null,
    window: best?.window ?? null,
    windows: looked.map(({ entries: _, sums: __, ...window }) => window),
    contracts: shown === null ? [] : linesOf(shown.entries, scoring, best !== null),
  };
}

/** The latest end first; what is open again before everything. Ids decide between equals. */
function byEnd(a: OutcomeFacts, b: OutcomeFacts): number {
  const [first, second] = [a.endedAt, b.endedAt];
  if (first !== null && second !== null) {
    const order = compareInstants(second, first);
    if (order !== 0) return order;
  } else if (first !== second) return first === null ? -1 : 1;
  return a.contract < b.contract ? -1 : a.contract > b.contract ? 1 : 0;
}

/** The instant a number of calendar months ago; on a day that the month lacks, its last day. */
function before(now: Instant, window: Duration): Instant {
  return now.toZonedDateTimeISO('UTC').subtract(window).toInstant();
}

function lookThrough(
  history: readonly OutcomeFacts[],
  scoring: Scoring,
  window: Duration,
  now: Instant,
): Looked {
  const { rules } = scoring;
  const from = before(now, window);
  const seen = history.map((one) => ({ one, judged: judged(one, rules, from, now) }));
  const entries = rules.missingFeedback === 'a_third' ? withPattern(seen) : seen;
  const counted = entries.filter(isCounted);
  const counterparts = new Set(counted.map(({ one }) => one.counterpart)).size;
  const { contracts: least, counterparts: leastOthers } = rules.minimum;
  const competes = counted.length >= least && counterparts >= leastOthers && counted.length > 0;
  const sums = sumsOf(counted.map((entry) => partOf(entry, scoring)));
  const score = competes ? pointsOf(sums) : null;
  return { window, from, score, counted: counted.length, counterparts, entries, sums };
}

/** Missing feedback is left out up to a third of what ended; the newest beyond count as nothing. */
function withPattern(entries: readonly Entry[]): readonly Entry[] {
  const ended = entries.filter(({ judged }) => judged.counted || !notTaken.has(judged.reason));
  const missing = entries.filter(({ judged }) => judged.reason === 'no_feedback');
  const beyond = missing.length - Math.floor(ended.length / 3);
  const newest = new Set(missing.slice(0, Math.max(0, beyond)));
  return entries.map((entry) =>
    newest.has(entry)
      ? {
          one: entry.one,
          judged: { counted: true, value: 0, reason: 'missing_feedback_beyond_a_third' },
        }
      : entry,
  );
}

const notTaken: ReadonlySet<string> = new Set(['open_again', 'outside_window', 'sealed']);

function isCounted(entry: Entry): entry is Counted {
  return entry.judged.counted;
}

function partOf({ one, judged: { value } }: Counted, scoring: Scoring) {
  return { value, weight: weightOf(one, scoring) };
}

/** The one whose exact sum is higher; of equals the one that comes first in the policy. */
function better(best: Looked | null, next: Looked): Looked | null {
  if (next.score === null) return best;
  if (best === null) return next;
  const above = ({ gained, lost }: Sums) => (gained > lost ? gained - lost : 0n);
  const ahead = above(next.sums) * best.sums.weight > above(best.sums) * next.sums.weight;
  return ahead ? next : best;
}

function longest(looked: readonly Looked[]): Looked | null {
  return looked.reduce<Looked | null>(
    (found, one) => (found === null || compareInstants(one.from, found.from) < 0 ? one : found),
    null,
  );
}

function linesOf(
  entries: readonly Entry[],
  scoring: Scoring,
  hasScore: boolean,
): readonly ScoreLine[] {
  const counted = entries.filter(isCounted);
  const shares = sharesOf(counted.map((entry) => partOf(entry, scoring)));
  const shareOf = new Map(counted.map((entry, index) => [entry.one, shares[index] ?? 0]));
  return entries.map((entry): ScoreLine => {
    const contract = entry.one.contract;
    if (!isCounted(entry)) return { contract, counted: false, reason: leftOutReason(entry) };
    const { value, reason } = entry.judged;
    const weight = weightOf(entry.one, scoring);
    const share = hasScore ? (shareOf.get(entry.one) ?? 0) : null;
    return { contract, counted: true, value, weight, reason, share };
  });
}

function leftOutReason({ judged }: Entry): LeftOutBecause {
  return (judged as Extract<Judged, { counted: false }>).reason;
}
