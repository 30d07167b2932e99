// The routes of the register of deadlines, and of the calendar that a program reads without
// signing in: whoever knows its secret address may.
import { type Context, Hono } from 'hono';
import { deadlinesOfMine, type RegisteredDeadline } from '../../reads/deadlines.ts';
import {
  calendarAddressOf,
  endCalendarAddress,
  makeCalendarAddress,
  personOfCalendar,
} from '../../store/mail/calendar-address.ts';
import { frameOf } from '../context/frame.tsx';
import {
  type Routes,
  type SignedInEnv,
  type Site,
  signedIn,
  type WebEnv,
} from '../context/site.ts';
import { answerNotFound } from '../context/trouble.tsx';
import { renderPage } from '../parts/page.tsx';
import { calendarOf } from './calendar.ts';
import { DeadlinesPage, type Which, whichOf } from './deadlines-page.tsx';

const near = { hours: 60 * 24 };

export function deadlineRoutes(site: Site): Hono<SignedInEnv> {
  const { desk, clock } = site;
  return new Hono<SignedInEnv>()
    .use(signedIn)
    .get('/', (c) => answerDeadlines(site, c))
    .post('/calendar', async (c) => {
      const secret = await makeCalendarAddress(desk.db, c.get('person').id, clock.now());
      return answerDeadlines(site, c, `${site.server.origin}/calendar/${secret}.ics`);
    })
    .post('/calendar/end', async (c) => {
      await endCalendarAddress(desk.db, c.get('person').id);
      return c.redirect('/deadlines#calendar', 303);
    });
}

async function answerDeadlines(
  site: Site,
  c: Context<SignedInEnv>,
  address?: string,
): Promise<Response> {
  const { desk, clock } = site;
  const person = c.get('person');
  const now = clock.now();
  const which = whichOf(c.req.query('which'));
  const found = (await deadlinesOfMine(desk, person, now)).filter((one) => isOf(which, one));
  const until = now.add(near);
  const isNear = ({ next }: RegisteredDeadline) =>
    Temporal.Instant.compare(Temporal.Instant.from(next.at), until) <= 0;
  const deadlines = c.req.query('later') === 'yes' ? found : found.filter(isNear);
  const madeAt = await calendarAddressOf(desk.db, person.id);
  const frame = await frameOf(site, c, 'deadlines');
  const later = found.length - deadlines.length;
  const calendar = { madeAt, address };
  const page = <DeadlinesPage {...{ frame, person, which, deadlines, later, calendar }} />;
  return c.html(renderPage(page));
}

function isOf(which: Which, { mine, card }: RegisteredDeadline): boolean {
  if (which === 'me') return mine;
  return which === 'all' || card.party === which;
}

export function calendarRoutes(site: Site): Routes {
  return new Hono<WebEnv>().get('/:file', async (c) => {
    const [, secret] = /^(.+)\.ics$/.exec(c.req.param('file')) ?? [];
    const id = secret === undefined ? null : await personOfCalendar(site.desk.db, secret);
    const person = id === null ? undefined : await site.people.personById(id);
    if (person === undefined) return answerNotFound(site, c);
    c.header('content-type', 'text/calendar; charset=utf-8');
    c.header('content-disposition', 'inline; filename="deadlines.ics"');
    c.header('cache-control', 'private, max-age=300');
    return c.body(await calendarOf(site, person));
  });
}
