// Moves the sandbox clock of evaluation mode and lets everything obey it: whoever owed an answer
// gives it first, then every deadline on the way happens at its own moment. Where the clock
// stands is kept in a file, so that a restart does not take time back.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { SandboxClock } from '../engine/clock.ts';
import type { Engine } from '../engine/requests.ts';
import type { Database } from '../store/connection.ts';
import { earliestDue } from '../store/earliest-due.ts';

export type ClockMove =
  | { readonly to: Temporal.Instant }
  | { readonly by: Temporal.Duration }
  | { readonly next: true };

export type MoveClock = (move: ClockMove) => Promise<Temporal.Instant>;

const providerAnswers = { seconds: 3 };

/** How far the sandbox clock was ahead when the server last ran, in milliseconds. */
export function keptAhead(file: string): number {
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : 0;
}

/** The one way in which people move time. Throws a RangeError for a move back. */
export function clockMover(
  clock: SandboxClock,
  engine: Engine,
  db: Database,
  file: string,
): MoveClock {
  return async (move) => {
    const target = await targetOf(move, clock, db);
    if (target === null) return clock.now();
    const soon = clock.now().add(providerAnswers);
    clock.moveTo(Temporal.Instant.compare(soon, target) < 0 ? soon : target);
    await engine.deliver();
    clock.moveTo(Temporal.Instant.compare(clock.now(), target) < 0 ? target : clock.now());
    await engine.passTime();
    await engine.deliver();
    writeFileSync(file, `${clock.aheadMs}`);
    return clock.now();
  };
}

async function targetOf(
  move: ClockMove,
  clock: SandboxClock,
  db: Database,
): Promise<Temporal.Instant | null> {
  if ('next' in move) return earliestDue(db, clock.now());
  const target =
    'to' in move ? move.to : clock.now().toZonedDateTimeISO('UTC').add(move.by).toInstant();
  if (Temporal.Instant.compare(target, clock.now()) < 0) {
    throw new RangeError('A clock never goes back.');
  }
  return target;
}
