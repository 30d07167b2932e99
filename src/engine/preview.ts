// What a command would do, shown before it is done: the same reading and the same deciding as in
// the corridor, without locks and without writing. The answer carries the promise of it.
import { type Foreseen, forecastOf } from '../domain/forecast.ts';
import { isRejection, type Rejection } from '../domain/rejections.ts';
import { contractDecided, walletDecided } from './batch/batch-decide.ts';
import { readWorld } from './batch/batch-read.ts';
import type { Corridor } from './execute.ts';
import { promiseOf, promiseUntil, sealedPromise } from './promise.ts';
import type { ContractPreview, WalletPreview } from './requests.ts';
import type { ContractTask, Task, WalletTask } from './tasks.ts';
import { World } from './world.ts';

async function worldFor(corridor: Corridor, task: Task): Promise<World> {
  for (;;) {
    const world = await corridor.db.session(async (session) => {
      const found = await readWorld({ ...corridor, session, locks: false }, [task], []);
      await session.flight([{ name: 'rollback', text: 'rollback' }]);
      return found;
    });
    if (world instanceof World) return world;
  }
}

export async function previewOfContract(
  corridor: Corridor,
  task: ContractTask,
): Promise<ContractPreview | Rejection> {
  const world = await worldFor(corridor, task);
  const made = contractDecided(world, world.draft(), task, corridor.policy);
  if (isRejection(made)) return made;
  const { before, done, given } = made;
  const forecast = (state: typeof before): readonly Foreseen[] =>
    state === null ? [] : forecastOf(state, given);
  return {
    ...promised(promiseOf(task, done, made.policy), world.found.now, corridor.secret),
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
  corridor: Corridor,
  task: WalletTask,
): Promise<WalletPreview | Rejection> {
  const world = await worldFor(corridor, task);
  const made = walletDecided(world, world.draft(), task);
  if (isRejection(made)) return made;
  const { before, done, policy } = made;
  return {
    ...promised(promiseOf(task, done, policy), world.found.now, corridor.secret),
    before,
    after: done.state,
    events: done.events,
    postings: done.postings,
  };
}

function promised(text: string, at: Temporal.Instant, secret: string) {
  const until = promiseUntil(at);
  return { at, until, promise: sealedPromise(text, until, secret) };
}
