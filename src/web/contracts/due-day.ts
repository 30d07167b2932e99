// A due date as a day: one that ends at midnight UTC belongs to the day that ends there.
import { plainDateText, shortDayText } from '../../words/time.ts';
import type { Reader } from '../parts/frame.ts';

/** "20 Nov 2026" for the end of that day in UTC, else the day where the reader is. */
export function dueDay(due: string, { zone, now }: Reader): string {
  const at = Temporal.Instant.from(due);
  const utc = at.toZonedDateTimeISO('UTC');
  const midnight = utc.toPlainTime().equals(Temporal.PlainTime.from('00:00'));
  if (midnight) return plainDateText(utc.subtract({ days: 1 }).toPlainDate());
  return shortDayText(at, zone, now);
}
