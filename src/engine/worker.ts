// Lets time pass and carries the payment provider's answers in, again and again. Nothing depends
// on its punctuality: every command catches up by itself, and several workers in several
// processes do no harm. Without it only what nobody touches would stand still.
import { setTimeout } from 'node:timers/promises';
import type { Engine } from './requests.ts';

export type Worker = {
  /** Does a round now instead of at the end of the pause. */
  wake(): void;
  /** Resolves when the round that is on its way is over. */
  stop(): Promise<void>;
};

export type WorkerOptions = {
  readonly everyMs?: number;
  readonly onTrouble?: (error: unknown) => void;
};

/** `post` tells and sends mail; a house without mail has none. */
export type Chores = Pick<Engine, 'passTime' | 'deliver'> & {
  readonly post?: () => Promise<unknown>;
  /** Removes what has expired. Nothing depends on it, so it comes now and then. */
  readonly sweep?: () => Promise<unknown>;
};

const sweepsEvery = 600;

export function startWorker(
  engine: Chores,
  { everyMs = 1_000, onTrouble = (error) => console.error(error) }: WorkerOptions = {},
): Worker {
  let stopping = false;
  let pause = new AbortController();
  const rounds = async (): Promise<void> => {
    for (let count = 0; !stopping; count += 1) {
      await round(engine).catch(onTrouble);
      if (count % sweepsEvery === 0) await engine.sweep?.().catch(onTrouble);
      if (!stopping) await restOf(everyMs, pause.signal);
      pause = new AbortController();
    }
  };
  const running = rounds();
  return {
    wake: () => pause.abort(),
    stop: () => {
      stopping = true;
      pause.abort();
      return running;
    },
  };
}

/** Time first: an answer that comes too late must find that it is too late. Mail tells the rest. */
async function round(engine: Chores): Promise<void> {
  await engine.passTime();
  await engine.deliver();
  await engine.post?.();
}

/** A pause keeps no process alive, and ends early when it is aborted. */
async function restOf(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal, ref: false }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
