// What is left until a moment, in words: "in 9 days 23 h". Kept apart from time.ts because the
// browser counts down with the same sentence and may have no Temporal. Counts in days of
// exactly 24 hours and rounds towards now, so that it never promises time that is not there.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Below this a deadline is shown in amber. */
export const SOON_MS = 48 * HOUR;

/** `ms` is the deadline less now; below zero it has passed. */
export function leftText(ms: number): string {
  if (ms <= 0 && ms > -MINUTE) return 'now';
  const span = spanText(Math.abs(ms));
  return ms > 0 ? `in ${span}` : `${span} ago`;
}

function spanText(ms: number): string {
  const days = Math.floor(ms / DAY);
  const hours = Math.floor((ms % DAY) / HOUR);
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (days >= 30 || (days > 0 && hours === 0)) return count(days, 'day');
  if (days > 0) return `${count(days, 'day')} ${hours} h`;
  if (hours > 0) return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min` : 'less than a minute';
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
