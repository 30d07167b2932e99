// What a command would do, shown before it is done: the same reading and the same deciding as in
// the corridor, without locks and without writing. The answer carries the promise of it.
import { type Foreseen, forecastOf } from '../domain/forecast.ts';
import { isRejection, type Rejection } from '../domain/rejections.ts';
import type { Database } from '../store/connection.ts';
import type { PolicyBook } from '../store/policies.ts';
import { contractDecided, walletDecided } from './batch-decide.ts';
import { readWorld } from './batch-read.ts';
import type { Clock } from './clock.ts';
import { promiseOf, promiseUntil, sealedPromise } from './promise.ts';
import type { ContractPreview, PolicySource, WalletPreview } from './requests.ts';
import type { ContractTask, Task, WalletTask } from './tasks.ts';
import type { World } from './world.ts';

export type Previewing = {
  readonly db: Database;
  readonly clock: Clock;
  readonly book: PolicyBook;
  readonly policies: PolicySource;
};

async function worldFor({ db, clock, book }: Previewing, task: Task): Promise<World> {
  return db.session(async (session) => {
    const reader = { session, clock, policies: book, locks: false };
    const world = await readWorld(reader, [task], []);
    await session.flight([{ text: 'rollback' }]);
    return world;
  });
}

export async function previewOfContract(
  room: Previewing,
  task: ContractTask,
): Promise<ContractPreview | Rejection> {
  const world = await worldFor(room, task);
  const made = contractDecided(world, world.draft(), task, room.policies);
  if (isRejection(made)) return made;
  const { before, done, given } = made;
  const forecast = (state: typeof before): readonly Foreseen[] =>
    state === null ? [] : forecastOf(state, given);
  return {
    ...promised(promiseOf(task, done, made.policy), world.found.now),
    before,
    after: done.state,
    events: done.events,
    postings: done.postings,
    forecastBefore: forecast(before),
    forecastAfter: forecast(done.state),
    texts: new Map(task.texts.map(({ ref, body }) => [ref.text, body])),
  };
}

export async function previewOfWallet(
  room: Previewing,
  task: WalletTask,
): Promise<WalletPreview | Rejection> {
  const world = await worldFor(room, task);
  const made = walletDecided(world, world.draft(), task);
  if (isRejection(made)) return made;
  const { before, done, policy } = made;
  return {
    ...promised(promiseOf(task, done, policy), world.found.now),
    before,
    after: done.state,
    events: done.events,
    postings: done.postings,
  };
}

function promised(text: string, at: Temporal.Instant) {
  const until = promiseUntil(at);
  return { at, until, promise: sealedPromise(text, until) };
}
