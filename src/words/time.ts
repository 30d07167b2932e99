// Moments and spans as people read them. A deadline is always told three times: in the reader's
// own zone with its city, in UTC, and as what is left. A deadline at midnight UTC belongs to the
// day that ends there and reads 24:00. Pure: now and the zone are given, nothing asks a clock.
import { leftText, SOON_MS } from './left.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

export type DeadlineText = {
  /** "Fri 4 Dec 2026, 16:02 Berlin" */
  readonly local: string;
  /** "15:02 UTC", "Mon 24:00 UTC" when the day differs; empty when the reader's zone is UTC. */
  readonly utc: string;
  /** "in 9 days 23 h" */
  readonly left: string;
  /** Less than 48 hours are left. */
  readonly soon: boolean;
  readonly passed: boolean;
};

export function deadlineText(
  at: Temporal.Instant,
  zone: string,
  now: Temporal.Instant,
): DeadlineText {
  const ms = at.epochMilliseconds - now.epochMilliseconds;
  const left = { left: leftText(ms), soon: ms > 0 && ms < SOON_MS, passed: ms <= 0 };
  const utc = utcDeadline(at);
  if (isUtc(zone)) return { local: `${dateOf(utc.day)}, ${utc.clock} UTC`, utc: '', ...left };
  const here = at.toZonedDateTimeISO(zone).toPlainDate();
  const day = here.equals(utc.day) ? '' : `${short(weekday(utc.day))} `;
  return { local: fullMomentText(at, zone), utc: `${day}${utc.clock} UTC`, ...left };
}

/** Midnight UTC is the end of a day, not the beginning of one: 24:00 of the day before. */
function utcDeadline(at: Temporal.Instant): { day: Temporal.PlainDate; clock: string } {
  const utc = at.toZonedDateTimeISO('UTC');
  const midnight = utc.toPlainTime().equals(Temporal.PlainTime.from('00:00'));
  if (!midnight) return { day: utc.toPlainDate(), clock: clockOf(utc) };
  return { day: utc.toPlainDate().subtract({ days: 1 }), clock: '24:00' };
}

/** "Fri 4 Dec 2026, 16:02 Berlin": a moment that is no deadline, whole. */
export function fullMomentText(at: Temporal.Instant, zone: string): string {
  const here = at.toZonedDateTimeISO(zone);
  return `${dateOf(here)}, ${clockOf(here)} ${cityOf(zone)}`;
}

/** "Fri 20 Nov, 16:02", with the year where it is not the reader's: lists and timelines. */
export function momentText(at: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  return `${shortDayText(at, zone, now)}, ${clockText(at, zone)}`;
}

/** "16:02" */
export function clockText(at: Temporal.Instant, zone: string): string {
  return clockOf(at.toZonedDateTimeISO(zone));
}

/** "Friday, 4 December", with the year where it is not the reader's: sentences. */
export function dayText(at: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  const here = at.toZonedDateTimeISO(zone);
  const day = `${weekday(here)}, ${here.day} ${month(here)}`;
  return sameYear(here, zone, now) ? day : `${day} ${here.year}`;
}

/** "Fri 4 Dec", with the year where it is not the reader's: forecasts. */
export function shortDayText(at: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  const here = at.toZonedDateTimeISO(zone);
  return sameYear(here, zone, now) ? dateOf(here).replace(/ \d+$/, '') : dateOf(here);
}

/** "Fri 4 Dec 2026" */
export function dateText(at: Temporal.Instant, zone: string): string {
  return dateOf(at.toZonedDateTimeISO(zone));
}

/** A day without a time, such as a due date "2026-11-20": "20 Nov 2026". */
export function plainDateText(date: Temporal.PlainDate | string): string {
  const day = Temporal.PlainDate.from(date);
  return `${day.day} ${short(month(day))} ${day.year}`;
}

/** "14 days", "1 day 12 hours", "90 minutes"; takes `P14D` or a Temporal.Duration. */
export function durationText(duration: Temporal.Duration | string): string {
  const span = Temporal.Duration.from(duration);
  const units = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const;
  const told = units
    .filter((unit) => span[unit] !== 0)
    .map((unit) => `${span[unit]} ${span[unit] === 1 ? unit.slice(0, -1) : unit}`);
  return told.length === 0 ? 'no time' : told.join(' ');
}

/** The city a zone is named after: "Buenos Aires"; "UTC+05:30" for a zone that is an offset. */
export function cityOf(zone: string): string {
  if (isUtc(zone)) return 'UTC';
  if (/^[+-]/.test(zone)) return `UTC${zone.replace('-', '−')}`;
  const etc = /^Etc\/GMT([+-])(\d+)$/.exec(zone);
  // The signs of these are turned round: Etc/GMT+5 is five hours behind UTC.
  if (etc !== null) return `UTC${etc[1] === '+' ? '−' : '+'}${etc[2]?.padStart(2, '0')}:00`;
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function isUtc(zone: string): boolean {
  return /^(Etc\/)?(UTC|UCT|GMT|Zulu|Universal|Greenwich)$/.test(zone) || /^[+-]00:00$/.test(zone);
}

type Day = { readonly dayOfWeek: number; readonly day: number; readonly month: number } & {
  readonly year: number;
};

function dateOf(day: Day): string {
  return `${short(weekday(day))} ${day.day} ${short(month(day))} ${day.year}`;
}

function clockOf(time: { readonly hour: number; readonly minute: number }): string {
  return `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
}

function sameYear(here: Temporal.ZonedDateTime, zone: string, now: Temporal.Instant): boolean {
  return here.year === now.toZonedDateTimeISO(zone).year;
}

function weekday(day: { readonly dayOfWeek: number }): string {
  return WEEKDAYS[day.dayOfWeek - 1] ?? '';
}

function month(day: { readonly month: number }): string {
  return MONTHS[day.month - 1] ?? '';
}

function short(name: string): string {
  return name.slice(0, 3);
}
