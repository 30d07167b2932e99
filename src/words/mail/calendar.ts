// Deadlines side by side: under which day or week each stands, and what a calendar that lies
// outside the house may say of it: titles and moments, never amounts, names or free text.
import type { ContractView, NextView } from '../../domain/contracts/seen/view.ts';
import { deadlineName } from '../forecast.ts';
import type { Scene } from '../scene.ts';
import { dayText } from '../time.ts';

/** "Today", "Tomorrow", "Friday, 4 December", "Week of Monday, 7 December". */
export function dayGroupText(at: Temporal.Instant, zone: string, now: Temporal.Instant): string {
  const day = dayOf(at, zone);
  const days = now.toZonedDateTimeISO(zone).toPlainDate().until(day).days;
  if (days <= 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  const told = (date: Temporal.PlainDate) =>
    dayText(date.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).toInstant(), zone, now);
  return days < 7 ? told(day) : `Week of ${told(day.subtract({ days: day.dayOfWeek - 1 }))}`;
}

/** What ends at midnight UTC belongs to the day that ends there, wherever it is read. */
function dayOf(at: Temporal.Instant, zone: string): Temporal.PlainDate {
  const utc = at.toZonedDateTimeISO('UTC');
  const midnight = utc.toPlainTime().equals(Temporal.PlainTime.from('00:00'));
  if (midnight) return utc.toPlainDate().subtract({ days: 1 });
  return at.toZonedDateTimeISO(zone).toPlainDate();
}

/** The line in a calendar and what stands below it. */
export function calendarEntryText(
  next: NextView,
  view: ContractView,
  scene: Scene,
): { readonly summary: string; readonly description: string } {
  const name = deadlineName(next.what, next.subject, scene);
  const [only, other] = next.who_can_act;
  const can =
    only === undefined
      ? 'It happens by itself.'
      : other !== undefined
        ? 'Both sides can act until then.'
        : scene.viewer === only
          ? 'You can act until then.'
          : 'The other side can act until then.';
  return { summary: `${name}: ${view.terms.title}`, description: can };
}
