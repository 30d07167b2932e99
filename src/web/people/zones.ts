// The time zones that a person can choose from, with the offset that each has now: that is how
// people recognise theirs.
import type { Option } from '../parts/form/field.tsx';

const names = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];

/** `chosen` is offered even where it goes by an older name. */
export function zoneOptions(now: Temporal.Instant, chosen: string): readonly Option[] {
  const all = names.includes(chosen) ? names : [...names, chosen].sort();
  return all.map((name) => ({ value: name, label: labelOf(name, now) }));
}

function labelOf(name: string, now: Temporal.Instant): string {
  if (name === 'UTC') return 'UTC';
  const { offset } = now.toZonedDateTimeISO(name);
  return `${name.replaceAll('_', ' ')} (UTC${offset.replace('-', '−')})`;
}
