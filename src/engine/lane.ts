// The queue in front of the database. While one transaction is on its way, tasks gather; the next
// transaction takes them all. Idle, a batch holds one task and costs one task's time; under load
// batches grow by themselves. A batch that fails is halved until the culprit stands alone; after
// a lost connection or a deadlock it is tried again whole, and the keys tell what had been done.
import { setImmediate, setTimeout } from 'node:timers/promises';
import { failureOf, sqlState } from '../store/driver/failures.ts';
import type { Answer } from './requests.ts';
import type { Task } from './tasks.ts';

export type Settled = { readonly answer: Answer } | { readonly error: unknown };

/** Carries out tasks in one transaction; throws when it was not committed, or may not have been. */
export type Transaction = (tasks: readonly Task[]) => Promise<Settled[]>;

/** More make the work longer for the first who waits, and hardly more is done in a second. */
const mostInBatch = 256;
const mostTries = 10;
const firstPauseMs = 5;
const longestPauseMs = 1_000;
const uniqueViolation = '23505';

type Waiting = {
  readonly task: Task;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Several lanes share the work: while one waits for the database, another decides. Everything
 * about one stream takes the same lane, in the order in which it was asked for.
 */
export class Lanes {
  readonly #lanes: readonly Lane[];

  constructor(count: number, transaction: Transaction) {
    this.#lanes = Array.from({ length: count }, () => new Lane(transaction));
  }

  run(task: Task): Promise<Answer> {
    const lane = this.#lanes[numberOf(task.stream) % this.#lanes.length] as Lane;
    return lane.run(task);
  }

  /** Waits for what has been asked for; whatever comes afterwards is refused. */
  async close(): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close()));
  }
}

function numberOf(text: string): number {
  let number = 0;
  for (let at = 0; at < text.length; at += 1) number = (number * 31 + text.charCodeAt(at)) >>> 0;
  return number;
}

class Lane {
  readonly #transaction: Transaction;
  readonly #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(transaction: Transaction) {
    this.#transaction = transaction;
  }

  run(task: Task): Promise<Answer> {
    if (this.#closed) return Promise.reject(new Error('The engine is closed.'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task, resolve, reject });
      this.#running ??= this.#work();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Whoever was answered just now may have more to ask: let them, so that batches fill.
      await setImmediate();
      const batch = this.#waiting.splice(0, mostInBatch);
      await this.#carryOut(batch);
    }
    this.#running = null;
  }

  async #carryOut(batch: readonly Waiting[]): Promise<void> {
    let settled: Settled[];
    try {
      settled = await this.#tried(batch.map(({ task }) => task));
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1 && only !== undefined) return only.reject(error);
      const half = Math.ceil(batch.length / 2);
      await this.#carryOut(batch.slice(0, half));
      return this.#carryOut(batch.slice(half));
    }
    for (const [index, { resolve, reject }] of batch.entries()) {
      const one = settled[index] as Settled;
      if ('answer' in one) resolve(one.answer);
      else reject(one.error);
    }
  }

  /** Tries again whatever may work when tried again. */
  async #tried(tasks: readonly Task[]): Promise<Settled[]> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#transaction(tasks);
      } catch (error) {
        if (tries >= mostTries || !mayWork(error, tasks.length, tries)) throw error;
        await setTimeout(Math.min(firstPauseMs * 2 ** tries, longestPauseMs));
      }
    }
  }
}

/**
 * Whether the same tasks may succeed when they are tried again. A task alone that meets a key or
 * an id that another process has just written will find and read it the second time.
 */
function mayWork(error: unknown, tasks: number, tries: number): boolean {
  const failure = failureOf(error);
  if (failure === 'again' || failure === 'lost') return true;
  return tasks === 1 && tries === 1 && sqlState(error) === uniqueViolation;
}
