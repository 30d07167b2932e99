// Moves the sandbox clock of evaluation mode and lets everything obey it: whoever owed an answer
// gives it first, then every deadline on the way happens at its own moment. Where the clock
// stands is kept in a file before anything happens there, so that no restart takes time back.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { SandboxClock } from '../engine/clock.ts';
import type { PostRoom } from '../engine/mail/post-room.ts';
import type { Engine } from '../engine/requests.ts';
import type { Database } from '../store/connection.ts';
import { earliestDue } from '../store/earliest-due.ts';

export type ClockMove =
  | { readonly to: Temporal.Instant }
  | { readonly by: Temporal.Duration }
  | { readonly next: true };

export type MoveClock = (move: ClockMove) => Promise<Temporal.Instant>;

export type Moving = {
  readonly clock: SandboxClock;
  readonly engine: Pick<Engine, 'passTime' | 'deliver'>;
  readonly db: Database;
  /** Reminders on the way are sent at their own moments, one after the other. */
  readonly post?: PostRoom;
  /** Where the clock is kept. */
  readonly file: string;
};

const providerAnswers = { seconds: 3 };

/** How far the sandbox clock was ahead when the server last ran, in milliseconds. */
export function keptAhead(file: string): number {
  const ahead = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  return Number.isSafeInteger(ahead) && ahead > 0 ? ahead : 0;
}

/** Written beside and renamed: half a number would be another time. */
function keep({ clock, file }: Moving): void {
  writeFileSync(`${file}.new`, `${clock.aheadMs}`);
  renameSync(`${file}.new`, file);
}

/** The one way in which people move time, one after the other. RangeError for a move back. */
export function clockMover(moving: Moving): MoveClock {
  let before: Promise<unknown> = Promise.resolve();
  return (move) => {
    const moved = before.then(() => moveOnce(moving, move));
    before = moved.catch(() => undefined);
    return moved;
  };
}

async function moveOnce(moving: Moving, move: ClockMove): Promise<Temporal.Instant> {
  const { clock, engine } = moving;
  const target = await targetOf(moving, move);
  if (target === null) return clock.now();
  const soon = clock.now().add(providerAnswers);
  clock.reach(Temporal.Instant.compare(soon, target) < 0 ? soon : target);
  await engine.deliver();
  await stopForReminders(moving, target);
  clock.reach(target);
  keep(moving);
  await happen(moving);
  return clock.now();
}

async function happen({ engine, post }: Moving): Promise<void> {
  await engine.passTime();
  await engine.deliver();
  await post?.round();
}

/** More stops than this on one way, and the rest comes late: nobody waits for a page for ever. */
const mostStops = 500;

async function stopForReminders(moving: Moving, target: Temporal.Instant): Promise<void> {
  const { clock, post } = moving;
  if (post === undefined) return;
  await post.round();
  for (let stops = 0; stops < mostStops; stops += 1) {
    const at = await post.nextAt();
    if (at === null || Temporal.Instant.compare(at, target) >= 0) return;
    clock.reach(at);
    keep(moving);
    await happen(moving);
  }
}

async function targetOf({ clock, db }: Moving, move: ClockMove): Promise<Temporal.Instant | null> {
  const now = clock.now();
  if ('next' in move) return earliestDue(db, now);
  const target = 'to' in move ? move.to : now.toZonedDateTimeISO('UTC').add(move.by).toInstant();
  if (Temporal.Instant.compare(target, now) >= 0) return target;
  throw new RangeError('A clock never goes back.');
}
