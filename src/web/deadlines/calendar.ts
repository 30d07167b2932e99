// The deadlines of one person as a calendar. Only those that stand: what would follow from another
// deadline comes into the calendar when that one has passed.
import type { Person } from '../../people/person.ts';
import { deadlinesOfMine, type RegisteredDeadline } from '../../reads/deadlines.ts';
import { type CalendarEvent, calendarText } from '../../wire/icalendar.ts';
import { calendarEntryText } from '../../words/mail/calendar.ts';
import type { Site } from '../context/site.ts';
import { sceneFor } from '../home/need-texts.ts';

export async function calendarOf(site: Site, person: Person): Promise<string> {
  const now = site.clock.now();
  const found = await deadlinesOfMine(site.desk, person, now);
  const { origin } = site.server;
  const events = found
    .filter(({ stands }) => stands)
    .map((deadline) => eventOf(deadline, person, origin, now));
  return calendarText({ name: 'Deadlines on Endwell', events });
}

function eventOf(
  { card, next, version }: RegisteredDeadline,
  person: Person,
  origin: string,
  now: Temporal.Instant,
): CalendarEvent {
  const { view } = card;
  const url = `${origin}/contracts/${view.id}`;
  const { summary, description } = calendarEntryText(next, view, sceneFor(card, person, now));
  const name = [view.id, next.what, next.subject ?? ''].join('.');
  return {
    uid: `${name}@${new URL(origin).host}`,
    at: Temporal.Instant.from(next.at),
    changed: Temporal.Instant.from(view.latest),
    sequence: version,
    summary,
    description: `${description}\n${url}`,
    url,
  };
}
