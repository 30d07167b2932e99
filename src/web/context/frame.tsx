// The frame of a page out of a request: who reads, in which zone, at what time, on which server,
// how many things need them. Every page asks for it once; nobody puts a frame together elsewhere.
import type { Context } from 'hono';
import type { Person } from '../../people/person.ts';
import { momentText } from '../../words/time.ts';
import { ClockControl } from '../clock/foot-control.tsx';
import { initialsOf } from '../parts/face.tsx';
import type { Evaluation, Frame, NavItem } from '../parts/frame.ts';
import { themeOf } from '../theme.ts';
import { needsCount } from './needs-count.ts';
import { pathOf, type Site } from './site.ts';

/** Which part of the navigation one is in. */
export type Place =
  | 'home'
  | 'contracts'
  | 'offers'
  | 'deadlines'
  | 'money'
  | 'cases'
  | 'reported'
  | 'elsewhere';

export async function frameOf(site: Site, c: Context, place: Place = 'elsewhere'): Promise<Frame> {
  const person: Person | undefined = c.get('person');
  const needs = person === undefined ? 0 : await needsCount(site, person, site.clock.now());
  return bareFrame(site, c, place, needs);
}

/** The same without looking anything up: for the page that says that looking has failed. */
export function bareFrame(site: Site, c: Context, place: Place = 'elsewhere', needs = 0): Frame {
  const person: Person | undefined = c.get('person');
  const now = site.clock.now();
  const path = c.req.method === 'GET' ? pathOf(c) : '/';
  const base = {
    assets: site.assets,
    reader: { now, zone: person?.timeZone ?? 'UTC' },
    theme: themeOf(c),
    path,
    home: '/',
    server: site.server,
    links: linksOf(site, person),
    evaluation: evaluationOf(site, now, path),
  };
  if (person === undefined) return { ...base, nav: guestNav };
  return { ...base, nav: navOf(person, place, needs), me: meOf(person) };
}

const guestNav: readonly NavItem[] = [
  { href: '/#how', label: 'How it works', icon: 'paper' },
  { href: '/rules', label: 'The rules', icon: 'shield' },
  { href: '/help', label: 'Help', icon: 'talk' },
];

function navOf(person: Person, place: Place, needs: number): readonly NavItem[] {
  const is = (role: Person['roles'][number]) => person.roles.includes(role);
  const trades = is('client') || is('freelancer');
  return [
    { href: '/', label: 'Home', icon: 'home', current: place === 'home', needs },
    ...(is('mediator') ? [item('/cases', 'Cases', 'shield', place === 'cases')] : []),
    ...(is('moderator') ? [item('/reported', 'Reported', 'talk', place === 'reported')] : []),
    ...(trades ? [item('/contracts', 'Contracts', 'paper', place === 'contracts')] : []),
    ...(is('client') ? [item('/offers/new', 'Make an offer', 'plus', place === 'offers')] : []),
    ...(trades ? [item('/deadlines', 'Deadlines', 'clock', place === 'deadlines')] : []),
    ...(trades ? [item('/money', 'Money', 'coin', place === 'money')] : []),
  ];
}

function item(href: string, label: string, icon: NavItem['icon'], current: boolean): NavItem {
  return { href, label, icon, current };
}

function meOf(person: Person): NonNullable<Frame['me']> {
  const initials = initialsOf(person.name);
  return { name: callName(person.name), initials, href: '/account', signOut: '/sign-out' };
}

/** "Ada" of Ada Lindqvist; the whole name where its first word alone says nothing. */
function callName(name: string): string {
  const [first = name] = name.split(' ');
  return /[&.]/.test(name) || first.length < 2 ? name : first;
}

function linksOf({ policy, server }: Site, person: Person | undefined): Frame['links'] {
  return [
    ...(server.evaluation && person ? [{ href: '/mailbox', label: 'Mailbox' }] : []),
    { href: '/help', label: 'Help' },
    { href: '/rules', label: `Rules in force: ${policy.name} ${policy.version}` },
  ];
}

function evaluationOf(site: Site, now: Temporal.Instant, path: string): Evaluation | undefined {
  if (!site.server.evaluation) return undefined;
  const href = '/help#for-real';
  if (site.moveClock === undefined) return { href };
  const here = path.startsWith('/clock') ? '' : `?back=${encodeURIComponent(path)}`;
  const clock = (
    <>
      <time datetime={now.toString()}>{momentText(now, 'UTC', now)}</time> UTC ·{' '}
      <a href={`/clock${here}`}>Move time</a>
    </>
  );
  return { href, clock, control: here === '' ? undefined : <ClockControl path={path} /> };
}
