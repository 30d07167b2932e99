// From the fields of the clock's form to where the clock shall go, or what is wrong with them.
// `to` is an instant, or a local time in the reader's zone as date inputs send it; `by` is a
// duration; `next` is the next deadline of anybody. Days count as 24 hours, like everywhere.
import type { ClockTarget } from '../context/site.ts';

export type Wrong = { readonly field: 'to' | 'by' | 'next'; readonly text: string };

type Fields = Readonly<Record<string, string>>;

/** Further than that nobody has planned anything, and years of nothing take long to pass. */
const furthest = Temporal.Duration.from({ days: 3660 });

export const goesBack = 'The clock never goes back: give a moment that lies ahead.';

export function isWrong(target: ClockTarget | Wrong): target is Wrong {
  return 'field' in target;
}

export function targetOf(fields: Fields, now: Temporal.Instant, zone: string): ClockTarget | Wrong {
  const { to = '', by = '', next = '' } = fields;
  if (next !== '' && next !== 'false') return { next: true };
  if (by.trim() !== '') return byOf(by.trim(), now);
  if (to.trim() !== '') return toOf(to.trim(), now, zone);
  return { field: 'to', text: 'Say where the clock shall go: to, by or next.' };
}

function byOf(text: string, now: Temporal.Instant): ClockTarget | Wrong {
  const by = parsed(() => Temporal.Duration.from(text.toUpperCase()));
  if (by === null) return { field: 'by', text: 'Give a span such as PT1H, P1D or P14D.' };
  if (by.sign < 0) return { field: 'by', text: 'The clock never goes back: give a span ahead.' };
  // Spans beyond the end of the calendar have no moment at all.
  const to = parsed(() => now.toZonedDateTimeISO('UTC').add(by).toInstant());
  return to === null || isTooFar(to, now) ? tooFar('by') : { by };
}

function toOf(text: string, now: Temporal.Instant, zone: string): ClockTarget | Wrong {
  const to = parsed(() => Temporal.Instant.from(text)) ?? parsed(() => localInstant(text, zone));
  if (to === null) {
    return { field: 'to', text: 'Give a moment such as 2026-12-04T15:00Z, or pick one.' };
  }
  if (Temporal.Instant.compare(to, now) < 0) {
    return { field: 'to', text: goesBack };
  }
  return isTooFar(to, now) ? tooFar('to') : { to };
}

function localInstant(text: string, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
}

function isTooFar(to: Temporal.Instant, now: Temporal.Instant): boolean {
  const last = now.toZonedDateTimeISO('UTC').add(furthest).toInstant();
  return Temporal.Instant.compare(to, last) > 0;
}

function tooFar(field: 'to' | 'by'): Wrong {
  return { field, text: 'That is more than ten years ahead. Go there in shorter steps.' };
}

function parsed<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
