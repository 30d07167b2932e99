// What time it is, asked in one place. Production has the machine's clock. Evaluation mode has a
// sandbox clock that runs with the machine's but can be moved ahead; stories have one that stands
// still until it is set. No clock here ever goes back while people can see it.

export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant().round('millisecond') };

/** A clock that a person may move ahead; it then runs on from there. */
export class SandboxClock implements Clock {
  #ahead: Temporal.Duration;

  /** `aheadMs`: how far it is ahead of the machine's clock, in milliseconds. */
  constructor(aheadMs = 0) {
    this.#ahead = Temporal.Duration.from({ milliseconds: aheadMs });
  }

  now(): Temporal.Instant {
    return systemClock.now().add(this.#ahead);
  }

  /** Moves the clock to an instant, unless it has arrived there by itself. */
  reach(instant: Temporal.Instant): void {
    const ahead = instant.since(systemClock.now());
    if (Temporal.Duration.compare(ahead, this.#ahead) > 0) this.#ahead = ahead;
  }

  get aheadMs(): number {
    return Math.round(this.#ahead.total('milliseconds'));
  }
}

/** A clock that stands still until it is set: for stories, seeding and tests. */
export class StillClock implements Clock {
  #now: Temporal.Instant;

  constructor(now: Temporal.Instant) {
    this.#now = now;
  }

  now(): Temporal.Instant {
    return this.#now;
  }

  /** Sets the clock. Throws a RangeError when that would be back in time. */
  set(instant: Temporal.Instant): void {
    if (Temporal.Instant.compare(instant, this.#now) < 0) {
      throw new RangeError('A clock never goes back.');
    }
    this.#now = instant;
  }
}
