// The one corridor: every change of a contract or a wallet is one of these transactions, whoever
// asked for it. Read once, decide once, write once, for a whole batch of tasks: locks and reads
// in one flight, writes and the commit in the next.
import type { Account } from '../domain/ledger/accounts.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { Database, Session } from '../store/connection.ts';
import type { Row, Statement } from '../store/driver/flights.ts';
import { eventOfRow, type Range, readRanges } from '../store/events.ts';
import type { PolicyBook } from '../store/policies.ts';
import { decideAll, type Outcome } from './batch/batch-decide.ts';
import { MoreIsDue, readWorld, withPolicies } from './batch/batch-read.ts';
import { writesOf } from './batch/batch-write.ts';
import type { Clock } from './clock.ts';
import type { Settled } from './lane.ts';
import type { Accepted } from './requests.ts';
import type { Task } from './tasks.ts';

export type Corridor = {
  readonly db: Database;
  readonly clock: Clock;
  readonly policy: Policy;
  readonly book: PolicyBook;
  readonly secret: string;
  readonly keepsBalance: (account: Account) => boolean;
};

const commit: Statement = { name: 'commit', text: 'commit' };
const rollback: Statement = { name: 'rollback', text: 'rollback' };

/** Carries the tasks out together; what each of them gets. Throws when nothing was committed. */
export async function carriedOut(corridor: Corridor, tasks: readonly Task[]): Promise<Settled[]> {
  for (let due: readonly string[] = []; ; ) {
    const settled = await corridor.db.session((session) =>
      transaction(corridor, session, tasks, due),
    );
    if (!(settled instanceof MoreIsDue)) return settled;
    due = [...due, ...settled.due];
  }
}

async function transaction(
  corridor: Corridor,
  session: Session,
  tasks: readonly Task[],
  due: readonly string[],
): Promise<Settled[] | MoreIsDue> {
  const { book } = corridor;
  const world = await readWorld({ ...corridor, session, locks: true }, tasks, due);
  if (world instanceof MoreIsDue) {
    await session.flight([rollback]);
    return world;
  }
  const outcomes = decideAll(world, tasks, corridor);
  const writes = writesOf(world, book);
  const replays = replayed(outcomes);
  const reads = replays.length === 0 ? [] : [readRanges(replays)];
  const end = writes.statements.length === 0 ? rollback : commit;
  const answers = await session.flight([...writes.statements, ...reads, end]);
  for (const policy of writes.policies) book.add(policy);
  const rows = answers[writes.statements.length] ?? [];
  return withPolicies({ session, book }, () =>
    outcomes.map((outcome) => settled(outcome, rows, book)),
  );
}

function replayed(outcomes: readonly Outcome[]): readonly Range[] {
  return outcomes.flatMap((outcome) => ('replay' in outcome ? [outcome.replay] : []));
}

function settled(outcome: Outcome, rows: readonly Row[], book: PolicyBook): Settled {
  if (!('replay' in outcome)) return outcome;
  const { stream, first, last } = outcome.replay;
  const own = rows.filter(
    (row) => row.stream === stream && Number(row.seq) >= first && Number(row.seq) <= last,
  );
  const events: Accepted['events'] = own.map((row) => eventOfRow(row, book));
  return { answer: { stream, events, replayed: true } };
}
