// Deadlines as a calendar that other programs subscribe to: RFC 5545, written by hand because all
// there is to it is three rules: escape texts, fold lines at 75 octets, end them with CRLF. An
// event has no length, takes nobody's time, and keeps its UID when its moment moves.

export type CalendarEvent = {
  /** The same for as long as it is the same deadline, wherever it moves. */
  readonly uid: string;
  readonly at: Temporal.Instant;
  /** When what it follows from changed last, and how often that was. */
  readonly changed: Temporal.Instant;
  readonly sequence: number;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
};

export type Calendar = { readonly name: string; readonly events: readonly CalendarEvent[] };

export function calendarText({ name, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Endwell//Deadlines//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function linesOf(event: CalendarEvent): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${utc(event.changed)}`,
    `LAST-MODIFIED:${utc(event.changed)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${utc(event.at)}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    `URL:${event.url}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** "20261204T150200Z"; a part of a second is left out, so that nothing comes too late. */
function utc(at: Temporal.Instant): string {
  const text = at.toString({ smallestUnit: 'second', roundingMode: 'floor' });
  return text.replaceAll(/[-:]/g, '');
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

const most = 75;
const encoder = new TextEncoder();

/** No line is longer than 75 octets, the space of a continued one included. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > most) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
