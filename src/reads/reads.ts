// The room's door: every read, bound to a database. The faces ask here for what they show; nothing
// here changes anything.
import type { Instant } from '../domain/calendar.ts';
import type { Contract } from '../domain/contracts/contract.ts';
import type { Viewer } from '../domain/contracts/seen/feedback.ts';
import type { Role } from '../domain/people.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { ScoredAs } from '../domain/reputation/history.ts';
import type { Database } from '../store/connection.ts';
import { PolicyBook } from '../store/policies.ts';
import { bundleOf, type OpenFile } from './bundle/bundle.ts';
import { contractFile } from './bundle/contract-file.ts';
import { contractEvents, type EventsAsked } from './contract-events.ts';
import { actorOn, contractRoom } from './contract-room.ts';
import { deadlinesOfMine } from './deadlines.ts';
import { caseFile } from './mediation/case-file.ts';
import { casesFor } from './mediation/cases.ts';
import { type ContractsAsked, contractsOfMine, needsOfMine } from './my-contracts.ts';
import { contractOptions, type OptionsAsked } from './options.ts';
import type { Looker } from './people.ts';
import {
  exportedScore,
  ownScore,
  publicScore,
  rangeOfStored,
  type ScoreAsked,
  scoreRangeOf,
} from './reputation/score.ts';
import { type Refused, standingOf } from './standing.ts';
import { type StatementAsked, statementOf } from './statement.ts';
import type { Desk } from './states.ts';
import { textsFor } from './timeline.ts';
import { currenciesOf, platformBalances, walletSeen } from './wallet.ts';

export type Reads = ReturnType<typeof createReads>;

/** What single reads are given. The book of policies fills by itself and is kept. */
export function createDesk(db: Database): Desk {
  return { db, book: new PolicyBook() };
}

export function createReads(desk: Desk) {
  return {
    /** Null for strangers, exactly as for what does not exist. */
    contractRoom: (looker: Looker, id: string, now: Instant) => contractRoom(desk, looker, id, now),
    /** As whom somebody gives commands on a contract. */
    actorOn: (looker: Looker, id: string, now: Instant, who?: readonly Role[]) =>
      actorOn(desk, looker, id, now, who),
    /** Every road on a contract with what follows; null for strangers. */
    /** Null for whoever is no mediator. */
    cases: (looker: Looker, now: Instant) => casesFor(desk, looker, now),
    /** Null for whom the case is not there. */
    caseFile: (looker: Looker, contract: string, dispute: string, now: Instant) =>
      caseFile(desk, looker, contract, dispute, now),
    options: (looker: Looker, asked: OptionsAsked) => contractOptions(desk, looker, asked),
    /** How a contract stands for somebody whose command was refused. */
    standing: (looker: Looker, id: string, refused: Refused, now: Instant) =>
      standingOf(desk, looker, id, refused, now),
    /** The texts of a contract that this viewer may read. */
    textsFor: (viewer: Viewer, contract: Contract) => textsFor(desk.db, viewer, contract),
    /** A file of a contract, for who sees an event that carries it. */
    contractFile: (looker: Looker, id: string, file: string, now: Instant) =>
      contractFile(desk, looker, id, file, now),
    /** The evidence bundle; `open` reads the contents of files. */
    bundle: (looker: Looker, id: string, open: OpenFile, now: Instant) =>
      bundleOf(desk, open, looker, id, now),
    contractEvents: (looker: Looker, id: string, asked: EventsAsked, now: Instant) =>
      contractEvents(desk, looker, id, asked, now),
    /** Everything that needs somebody, the soonest deadline first. */
    needs: (looker: Looker, now: Instant) => needsOfMine(desk, looker, now),
    /** Everything that happens by itself, the soonest first. */
    deadlines: (looker: Looker, now: Instant) => deadlinesOfMine(desk, looker, now),
    /** Null when the cursor is none of ours. */
    contracts: (looker: Looker, asked: ContractsAsked, now: Instant) =>
      contractsOfMine(desk, looker, asked, now),
    currencies: (person: string) => currenciesOf(desk, person),
    /** Null when there is no such currency. */
    wallet: (person: string, currency: string, now: Instant) =>
      walletSeen(desk, person, currency, now),
    statement: (person: string, currency: string, asked: StatementAsked, now: Instant) =>
      statementOf(desk, person, currency, asked, now),
    /** Number and window of somebody's score, for everybody who is signed in. */
    publicScore: (asked: ScoreAsked) => publicScore(desk, asked),
    /** Somebody's score with every contract behind it: for themselves. */
    ownScore: (asked: ScoreAsked) => ownScore(desk, asked),
    exportedScore: (asked: ScoreAsked) => exportedScore(desk, asked),
    /** What feedback about a contract could do to the score of one side; null before it began. */
    scoreRange: (id: string, as: ScoredAs, policy: Policy, now: Instant) =>
      rangeOfStored(desk, id, as, policy, now),
    /** The same for a contract as a preview shows it. */
    scoreRangeAfter: (after: Contract, as: ScoredAs, policy: Policy, now: Instant) =>
      scoreRangeOf(desk, after, as, policy, now),
    platform: (currency: string) => platformBalances(desk, currency),
  };
}
