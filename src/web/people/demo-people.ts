// The people of the example and what waits for each of them now, in evaluation mode.
import type { Person } from '../../people/person.ts';
import { homeOf } from '../../reads/home.ts';
import { casesFor } from '../../reads/mediation/cases.ts';
import { reportedFeedback } from '../../reads/mediation/reported.ts';
import { needText } from '../../words/needs.ts';
import type { Site } from '../context/site.ts';
import { sceneFor, waitingText } from '../home/need-texts.ts';
import type { DemoPerson } from './demo.tsx';

export async function demoPeople(site: Site): Promise<readonly DemoPerson[]> {
  const people = [...(await site.people.demoPeople())].sort((a, b) => rank(a) - rank(b));
  return Promise.all(people.map(async (person) => ({ person, about: await about(site, person) })));
}

/** Those who have contracts first, the client before the freelancer. */
function rank({ roles }: Person): number {
  if (roles.includes('client')) return 0;
  return roles.includes('freelancer') ? 1 : 2;
}

/** Told to somebody else: the one it waits for is named, as in everybody's sentences. */
async function about(site: Site, person: Person): Promise<string> {
  const now = site.clock.now();
  if (!person.roles.includes('client') && !person.roles.includes('freelancer')) {
    return aboutHelper(site, person, now);
  }
  const { needs } = await homeOf(site.desk, person, now);
  const [first] = needs;
  const name = person.name.split(' ')[0] ?? person.name;
  if (first === undefined) return `Nothing needs ${name} now.`;
  const scene = { ...sceneFor(first.card, person, now), viewer: 'operator' as const };
  return `${waitingText(needs.length, name)}. The first: ${needText(first, scene).title}.`;
}

/** Mediators and moderators: what waits for somebody like them. */
async function aboutHelper(site: Site, person: Person, now: Temporal.Instant): Promise<string> {
  const cases = await casesFor(site.desk, person, now);
  const reported = (await reportedFeedback(site.desk, person, now)) ?? [];
  const open = reported.filter(({ flagged }) => flagged === undefined).length;
  const mine = cases?.mine.filter(({ asked }) => asked !== null).length ?? 0;
  const told = [
    ...(cases === null ? [] : [`${cases.waiting.length} without a mediator`, `${mine} in hand`]),
  ];
  const first = told.length === 0 ? '' : `Cases: ${told.join(', ')}. `;
  const second = person.roles.includes('moderator') ? `Reported feedback: ${open}.` : '';
  return `${first}${second}`.trim();
}
