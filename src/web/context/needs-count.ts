// How many things need a person: the number beside Home on every page.
import type { Person } from '../../people/person.ts';
import { needsOfMine } from '../../reads/my-contracts.ts';
import type { Site } from './site.ts';

export async function needsCount(
  { desk }: Site,
  person: Person,
  now: Temporal.Instant,
): Promise<number> {
  return (await needsOfMine(desk, person, now)).length;
}
