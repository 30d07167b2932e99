// Makes time pass for contracts and wallets that nobody touches: each deadline that has passed is
// applied as of its own moment, through the same corridor as every command. Running late, or
// twice, or in several processes at once changes no outcome.
import type { Database } from '../store/connection.ts';
import { dueContracts } from '../store/contracts.ts';
import type { Row } from '../store/driver/flights.ts';
import { dueWallets } from '../store/wallets.ts';
import { nowOf } from './batch/batch-read.ts';
import type { Clock } from './clock.ts';
import type { Lanes } from './lane.ts';
import type { TimeTask } from './tasks.ts';

const mostAtOnce = 200;

type Timed = { readonly db: Database; readonly clock: Clock };

/** Goes on until nothing is due; how many events that made. */
export async function passTime({ db, clock }: Timed, lanes: Lanes): Promise<number> {
  let events = 0;
  for (;;) {
    const tasks = await dueTasks(db, nowOf(clock));
    const answers = await Promise.all(tasks.map((task) => lanes.run(task)));
    const passed = answers.reduce((sum, one) => sum + ('events' in one ? one.events.length : 0), 0);
    // Nothing more to do although something was due: another process did it at this moment.
    if (passed === 0) return events;
    events += passed;
  }
}

async function dueTasks(db: Database, now: Temporal.Instant): Promise<TimeTask[]> {
  const contracts = dueContracts(now, mostAtOnce);
  const wallets = dueWallets(now, mostAtOnce);
  const ofContracts = await db.query(contracts.text, contracts.values);
  const ofWallets = await db.query(wallets.text, wallets.values);
  const task = (of: TimeTask['of']) => (row: Row) =>
    ({ on: 'time', of, stream: String(row.id) }) as const;
  return [...ofContracts.map(task('contract')), ...ofWallets.map(task('wallet'))];
}
