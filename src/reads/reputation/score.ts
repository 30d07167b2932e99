// The success score for looking at: whole for the person themselves, with every contract that it
// is made of; for others the number and its window alone, since what stands behind it (who worked
// for whom, and how it went) is between the two of each contract.
import type { Instant } from '../../domain/calendar.ts';
import { type Contract, currencyOf, netPaid } from '../../domain/contracts/contract.ts';
import { toDecimal } from '../../domain/money/money.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { OutcomeFacts, ScoredAs } from '../../domain/reputation/history.ts';
import { factsOf } from '../../domain/reputation/outcomes.ts';
import { type Score, type ScoreLine, scoreOf } from '../../domain/reputation/success-score.ts';
import { type ScoreRange, scoreIf, scoreRange } from '../../domain/reputation/what-if.ts';
import type { Sql } from '../../store/connection.ts';
import { type ScoreHistory, scoreHistoryOf } from '../../wire/score-history.ts';
import { type Looker, type PartySeen, partiesSeen } from '../people.ts';
import { atOneMoment, type Desk, present, storedContracts } from '../states.ts';
import { type History, type HistoryAsked, historyOf, ofLongestWindow } from './history.ts';

export type ScoreAsked = HistoryAsked;

/** What everybody who is signed in may see of somebody's score. */
export type PublicScore = {
  readonly score: number | null;
  /** "P12M" */
  readonly window: string | null;
};

/** A contract of the explanation, with what people call it. */
export type ExplainedLine = ScoreLine & {
  readonly title: string;
  readonly other: PartySeen;
  readonly ended: Instant | null;
  /** A decimal string, and its currency. */
  readonly netPaid: string;
  readonly currency: string;
  /** Of the revealed review of the other side. */
  readonly stars: readonly number[] | null;
};

export type OwnScore = {
  readonly score: Score;
  readonly lines: readonly ExplainedLine[];
  /** Contracts about which one can ask "what if": running ones, and those still sealed. */
  readonly open: readonly OpenContract[];
  readonly history: History;
};

export type OpenContract = { readonly id: string; readonly title: string; readonly other: string };

/** Whose scores somebody may see whole: their own, and an operator everybody's. */
export function mayExplain(looker: Looker, person: string): boolean {
  return looker.id === person || looker.roles.includes('operator');
}

export async function publicScore(desk: Desk, asked: ScoreAsked): Promise<PublicScore> {
  return atOneMoment(desk, async (sql) => {
    const { outcomes, scoring } = await historyOf(desk, sql, asked);
    const { score, window } = scoreOf(outcomes, scoring, asked.now);
    return { score, window: window === null ? null : `${window}` };
  });
}

/** The score with its explanation. `more` reads that much further back, for a chart. */
export async function ownScore(
  desk: Desk,
  asked: ScoreAsked,
  more?: Temporal.Duration,
): Promise<OwnScore> {
  return atOneMoment(desk, async (sql) => {
    const history = await historyOf(desk, sql, asked, more);
    const score = scoreOf(ofLongestWindow(history), history.scoring, asked.now);
    const called = await cast(sql, history);
    const facts = new Map(history.outcomes.map((one) => [one.contract, one]));
    return {
      score,
      lines: score.contracts.map((line) => explained(line, called(line.contract), facts)),
      open: history.contracts.filter(isOpen).map((one) => {
        const { contract, other } = called(one.id);
        return { id: one.id, title: contract.terms.title, other: other.name };
      }),
      history,
    };
  });
}

/** Everything to compute it again elsewhere. */
export async function exportedScore(desk: Desk, asked: ScoreAsked): Promise<ScoreHistory> {
  return atOneMoment(desk, async (sql) => {
    const history = await historyOf(desk, sql, asked);
    const score = scoreOf(history.outcomes, history.scoring, asked.now);
    const called = await cast(sql, history);
    const exported = { ...asked, scoring: history.scoring, history: history.outcomes, score };
    return scoreHistoryOf(exported, (id) => {
      const { contract, other } = called(id);
      return { title: contract.terms.title, other: other.name };
    });
  });
}

/**
 * How the score of one side would stand after feedback about a contract. The contract may be one
 * as a preview shows it: then the range is that of what is about to be done.
 */
export async function scoreRangeOf(
  desk: Desk,
  contract: Contract,
  as: ScoredAs,
  policy: Policy,
  now: Instant,
): Promise<ScoreRange | null> {
  if (contract.acceptedAt === null) return null;
  const person = contract[as];
  return atOneMoment(desk, async (sql) => {
    const { outcomes, scoring, starsOf } = await historyOf(desk, sql, { person, as, policy, now });
    return scoreRange(outcomes, factsOf(contract, as, starsOf), scoring, now);
  });
}

/** The same for a contract as it stands. */
export async function rangeOfStored(
  desk: Desk,
  id: string,
  as: ScoredAs,
  policy: Policy,
  now: Instant,
): Promise<ScoreRange | null> {
  const [stored] = await storedContracts(desk, desk.db, 'where id = $1', [id]);
  return stored === undefined
    ? null
    : scoreRangeOf(desk, present(stored, now).state, as, policy, now);
}

/** What if this contract had ended now with these stars (null: without feedback); null: no such. */
export function scoreWhatIf(
  { history }: OwnScore,
  contract: string,
  stars: number | null,
): Score | null {
  const one = history.contracts.find(({ id }) => id === contract);
  if (one === undefined || !isOpen(one)) return null;
  const { outcomes, scoring, starsOf, as, now } = history;
  return scoreIf(outcomes, factsOf(one, as, starsOf), stars, scoring, now);
}

/** Running, or ended with the window for feedback still open. */
function isOpen(c: Contract): boolean {
  if (c.acceptedAt === null) return false;
  return c.outcome === null || (c.feedback.revealedAt === null && c.feedback.closedAt === null);
}

type Called = (id: string) => { readonly contract: Contract; readonly other: PartySeen };

async function cast(sql: Sql, { contracts, as }: History): Promise<Called> {
  const otherOf = (c: Contract) => (as === 'freelancer' ? c.client : c.freelancer);
  const person = await partiesSeen(sql, contracts.map(otherOf));
  const byId = new Map(contracts.map((one) => [one.id, one]));
  return (id) => {
    const contract = byId.get(id);
    if (contract === undefined) throw new Error(`The score tells of ${id}, which was not read.`);
    return { contract, other: person(otherOf(contract)) };
  };
}

function explained(
  line: ScoreLine,
  { contract, other }: ReturnType<Called>,
  facts: ReadonlyMap<string, OutcomeFacts>,
): ExplainedLine {
  const known = facts.get(line.contract)?.feedback;
  return {
    ...line,
    title: contract.terms.title,
    other,
    ended: contract.outcome?.at ?? null,
    netPaid: toDecimal(netPaid(contract)),
    currency: currencyOf(contract),
    stars: known?.is === 'given' ? known.stars : null,
  };
}

export type ScorePoint = {
  readonly at: Instant;
  readonly score: number | null;
  /** "P6M" */
  readonly window: string | null;
};

/** The score at the first of each of the last months, and now, by what is known today. */
export function scoreOverTime({ history }: OwnScore, months: number): readonly ScorePoint[] {
  const { now, outcomes, scoring } = history;
  const first = now.toZonedDateTimeISO('UTC').with({ day: 1 }).startOfDay();
  const firsts = Array.from({ length: months }, (_, index) =>
    first.subtract({ months: months - 1 - index }).toInstant(),
  );
  const isFirst = Temporal.Instant.compare(first.toInstant(), now) === 0;
  const moments = isFirst ? firsts : [...firsts, now];
  return moments.map((at) => {
    const { score, window } = scoreOf(outcomes, scoring, at);
    return { at, score, window: window === null ? null : `${window}` };
  });
}
