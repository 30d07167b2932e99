// Time as the rules count it: instants in UTC, durations of 24-hour days, and the end of a UTC
// day. A window is half-open: at its last instant it has closed. Nothing here asks what time it is.

export type Instant = Temporal.Instant;
export type Duration = Temporal.Duration;

/** The instant a duration later. A UTC day is always 24 hours, a month is a calendar month. */
export function after(start: Instant, span: Duration): Instant {
  const { years, months, microseconds, nanoseconds } = span;
  if (years !== 0 || months !== 0 || microseconds !== 0 || nanoseconds !== 0) {
    return start.toZonedDateTimeISO('UTC').add(span).toInstant();
  }
  // Every deadline of every contract is made here: without the calendar it takes a sixth.
  const hours = (span.weeks * 7 + span.days) * 24 + span.hours;
  const seconds = (hours * 60 + span.minutes) * 60 + span.seconds;
  const milliseconds = BigInt(seconds) * 1000n + BigInt(span.milliseconds);
  return Temporal.Instant.fromEpochNanoseconds(start.epochNanoseconds + milliseconds * 1_000_000n);
}

/** The first instant after the UTC day on which the instant falls. */
export function endOfUtcDay(at: Instant): Instant {
  return at.toZonedDateTimeISO('UTC').startOfDay().add({ days: 1 }).toInstant();
}

/** Negative, zero or positive, as a is before, at or after b. */
export function compareInstants(a: Instant, b: Instant): number {
  return Temporal.Instant.compare(a, b);
}

export function isBefore(a: Instant, b: Instant): boolean {
  return compareInstants(a, b) < 0;
}

export function later(a: Instant, b: Instant): Instant {
  return isBefore(a, b) ? b : a;
}

export function earliest(instants: Iterable<Instant>): Instant | null {
  let first: Instant | null = null;
  for (const at of instants) if (first === null || isBefore(at, first)) first = at;
  return first;
}
