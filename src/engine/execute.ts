// The one corridor: every change of a contract or a wallet goes through `execute`, whoever asks.
// Read once, decide once, write once, in batches. What silence does goes the same way, and so do
// the answers of the payment provider.
import { digitsOf } from '../domain/money/currencies.ts';
import { reject } from '../domain/rejections.ts';
import type { PaymentProvider } from '../outside/payments/provider.ts';
import type { Database, Session } from '../store/connection.ts';
import { dueContracts } from '../store/contracts.ts';
import { eventOfRow, type Range, readRanges } from '../store/events.ts';
import type { Row, Statement } from '../store/flights.ts';
import { newId } from '../store/ids.ts';
import { loadPolicies, PolicyBook } from '../store/policies.ts';
import { dueWallets } from '../store/wallets.ts';
import { decideAll, type Outcome } from './batch-decide.ts';
import { nowOf, readWorld } from './batch-read.ts';
import { writesOf } from './batch-write.ts';
import type { Clock } from './clock.ts';
import { deliverAll } from './deliver.ts';
import { Lane, type Settled } from './lane.ts';
import { previewOfContract, previewOfWallet } from './preview.ts';
import type { Accepted, Answer, Engine, EngineRequest, PolicySource } from './requests.ts';
import { contractTask, walletTask } from './seal.ts';
import type { Task, TimeTask } from './tasks.ts';

export type EngineOptions = {
  readonly db: Database;
  readonly clock: Clock;
  readonly policies: PolicySource;
  readonly provider: PaymentProvider;
  /** Told about what went wrong where nobody waits for an answer. */
  readonly onTrouble?: (error: unknown) => void;
};

const commit: Statement = { name: 'commit', text: 'commit' };
const rollback: Statement = { text: 'rollback' };
const mostDueAtOnce = 200;

export function createEngine(options: EngineOptions): Engine {
  const { db, clock, policies, provider } = options;
  const onTrouble = options.onTrouble ?? ((error) => console.error(error));
  const book = new PolicyBook();
  const corridor = { db, clock, policies, book };
  const lane = new Lane((tasks, due) =>
    db.session((session) => carriedOut(corridor, session, tasks, due)),
  );
  const execute = async (request: EngineRequest): Promise<Answer> => {
    const task = taskOf(request, nowOf(clock));
    return task === null ? notOffered(request) : lane.run(task);
  };
  return {
    newContractId: () => newId('ctr', nowOf(clock)),
    execute,
    previewContract: (request) => previewOfContract(corridor, contractTask(request, nowOf(clock))),
    previewWallet: async (request) => {
      if (digitsOf(request.wallet.currency) === undefined) return notOffered(request);
      return previewOfWallet(corridor, walletTask(request));
    },
    passTime: () => passTime(corridor, lane),
    deliver: async () => {
      await loadPolicies(db, book);
      return deliverAll({ db, book, provider, execute, onTrouble });
    },
    close: () => lane.close(),
  };
}

/** Null when it is about a wallet in a currency that does not exist. */
function taskOf(request: EngineRequest, now: Temporal.Instant): Task | null {
  if (!('wallet' in request)) return contractTask(request, now);
  return digitsOf(request.wallet.currency) === undefined ? null : walletTask(request);
}

function notOffered(request: object) {
  const { currency = '' } = 'wallet' in request ? (request.wallet as { currency?: string }) : {};
  return reject('currency_not_offered', { currency }, 'currency');
}

type Corridor = {
  readonly db: Database;
  readonly clock: Clock;
  readonly policies: PolicySource;
  readonly book: PolicyBook;
};

/** One transaction: locks and reads in one flight, writes and the commit in the next. */
async function carriedOut(
  { clock, policies, book }: Corridor,
  session: Session,
  tasks: readonly Task[],
  due: readonly string[],
): Promise<Settled[]> {
  const world = await readWorld({ session, clock, policies: book, locks: true }, tasks, due);
  const outcomes = decideAll(world, tasks, policies);
  const writes = writesOf(world, book);
  const replays = replayed(outcomes);
  const reads = replays.length === 0 ? [] : [readRanges(replays)];
  const end = writes.statements.length === 0 ? rollback : commit;
  const answers = await session.flight([...writes.statements, ...reads, end]);
  for (const policy of writes.policies) book.add(policy);
  const rows = answers[writes.statements.length] ?? [];
  return outcomes.map((outcome) => settled(outcome, rows, book));
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

/** Applies every deadline that has passed, until nothing is due; how many events that made. */
async function passTime({ db, clock }: Corridor, lane: Lane): Promise<number> {
  let events = 0;
  for (;;) {
    const now = nowOf(clock);
    const tasks = await dueTasks(db, now);
    if (tasks.length === 0) return events;
    const answers = await Promise.all(tasks.map((task) => lane.run(task)));
    const passed = answers.reduce((sum, one) => sum + ('events' in one ? one.events.length : 0), 0);
    // Nothing more to do although something is due: another process does it at this moment.
    if (passed === 0) return events;
    events += passed;
  }
}

async function dueTasks(db: Database, now: Temporal.Instant): Promise<TimeTask[]> {
  const contracts = dueContracts(now, mostDueAtOnce);
  const wallets = dueWallets(now, mostDueAtOnce);
  const [ofContracts, ofWallets] = await Promise.all([
    db.query(contracts.text, contracts.values),
    db.query(wallets.text, wallets.values),
  ]);
  const task = (of: TimeTask['of']) => (row: Row) =>
    ({ on: 'time', of, stream: String(row.id) }) as const;
  return [...ofContracts.map(task('contract')), ...ofWallets.map(task('wallet'))];
}
