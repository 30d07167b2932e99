// What a person's success score is made of, read from their contracts as they stand now: those
// that ended since a moment, and those that still run. Reviews are read only where they are
// revealed, and of those only the stars are kept; sealed ones are never even fetched.
import type { Instant } from '../../domain/calendar.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { OutcomeFacts, ScoredAs } from '../../domain/reputation/history.ts';
import type { Scoring } from '../../domain/reputation/judged.ts';
import {
  outcomeOf,
  revealedReview,
  type StarsOf,
  scoringOf,
} from '../../domain/reputation/outcomes.ts';
import type { Sql } from '../../store/connection.ts';
import { readTexts } from '../../store/texts.ts';
import { type Desk, present, storedContracts } from '../states.ts';

export type HistoryAsked = {
  readonly person: string;
  readonly as: ScoredAs;
  /** The policy in force: its rules are those of the score. */
  readonly policy: Policy;
  readonly now: Instant;
};

export type History = HistoryAsked & {
  readonly contracts: readonly Contract[];
  readonly outcomes: readonly OutcomeFacts[];
  readonly scoring: Scoring;
  readonly starsOf: StarsOf;
};

/** A contract that ended in a window has had its latest event in it or after. */
const sides: Readonly<Record<ScoredAs, string>> = {
  freelancer: 'c.freelancer = $1',
  client: 'c.client = $1',
};

/** The history that a score at `now` needs, or with `more` what scores up to that span ago need. */
export async function historyOf(
  desk: Desk,
  sql: Sql,
  asked: HistoryAsked,
  more?: Temporal.Duration,
): Promise<History> {
  const { person, as, policy, now } = asked;
  const from = earliestOf(policy, more === undefined ? now : ago(now, more));
  const stored = await storedContracts(
    desk,
    sql,
    `where ${sides[as]} and (c.status = any($2) or (c.status = 'ended' and c.latest_at >= $3))
      order by c.id`,
    [person, running, from],
  );
  const contracts = stored.map((one) => present(one, now).state);
  const starsOf = await revealedStars(sql, contracts, as);
  return {
    ...asked,
    contracts,
    outcomes: since(
      contracts.flatMap((one) => outcomeOf(one, as, starsOf) ?? []),
      from,
    ),
    scoring: scoringOf(policy, contracts),
    starsOf,
  };
}

const running = ['active', 'paused', 'on_hold'];

function ago(now: Instant, span: Temporal.Duration): Instant {
  return now.toZonedDateTimeISO('UTC').subtract(span).toInstant();
}

/** Those that ended at that moment or later, or have not ended. */
function since(outcomes: readonly OutcomeFacts[], from: Instant): readonly OutcomeFacts[] {
  return outcomes.filter(
    ({ endedAt }) => endedAt === null || Temporal.Instant.compare(endedAt, from) >= 0,
  );
}

/** What the longest window of a moment sees, of a history that goes back further. */
export function ofLongestWindow({ outcomes, policy, now }: History): readonly OutcomeFacts[] {
  return since(outcomes, earliestOf(policy, now));
}

/** Where the longest window begins. */
function earliestOf(policy: Policy, now: Instant): Instant {
  const begins = policy.score.windows.map((window) => ago(now, window));
  return begins.reduce((a, b) => (Temporal.Instant.compare(a, b) <= 0 ? a : b), now);
}

/** The stars of every revealed review about this side. */
async function revealedStars(
  sql: Sql,
  contracts: readonly Contract[],
  as: ScoredAs,
): Promise<StarsOf> {
  const reviews = contracts.flatMap((one) => revealedReview(one, as) ?? []);
  const texts = await readTexts(sql, reviews);
  const stars = new Map([...texts].map(([id, body]) => [id, starsIn(body)]));
  return (id) => stars.get(id) ?? null;
}

/** The six stars of a review as it is kept: JSON of stars, comment and private note. */
export function starsIn(review: string): readonly number[] {
  const { stars } = JSON.parse(review) as { readonly stars: Readonly<Record<string, number>> };
  return Object.values(stars);
}
