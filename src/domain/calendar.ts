// Time as the rules count it: instants in UTC, durations of 24-hour days, and the end of a UTC
// day. A window is half-open: at its last instant it has closed. Nothing here asks what time it is.

export type Instant = Temporal.Instant;
export type Duration = Temporal.Duration;

/** A duration without months, in nanoseconds: in UTC it is always as long. Null with months. */
function lengthOf(span: Duration): bigint | null {
  if (span.years !== 0 || span.months !== 0) return null;
  const hours = (span.weeks * 7 + span.days) * 24 + span.hours;
  const seconds = (hours * 60 + span.minutes) * 60 + span.seconds;
  const small = BigInt(span.microseconds) * 1000n + BigInt(span.nanoseconds);
  return (BigInt(seconds) * 1000n + BigInt(span.milliseconds)) * 1_000_000n + small;
}

/** Every deadline of every contract is made with one of the few durations of its policy. */
const lengths = new WeakMap<Duration, bigint | null>();

/** The instant a duration later. A UTC day is always 24 hours, a month is a calendar month. */
export function after(start: Instant, span: Duration): Instant {
  let length = lengths.get(span);
  if (length === undefined) {
    length = lengthOf(span);
    lengths.set(span, length);
  }
  if (length === null) return start.toZonedDateTimeISO('UTC').add(span).toInstant();
  return Temporal.Instant.fromEpochNanoseconds(start.epochNanoseconds + length);
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
