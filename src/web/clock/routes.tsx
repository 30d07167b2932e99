// The sandbox clock of evaluation mode: a page and a plain post that moves it to an instant, by a
// span or to the next deadline, for people and for `bin/endwell clock`. Whoever reaches the
// server may move it, signed in or not; other sites may not. Elsewhere it does not exist.
import { type Context, Hono } from 'hono';
import { earliestDue } from '../../store/earliest-due.ts';
import { readJson } from '../../wire/json.ts';
import { formOf } from '../context/form.ts';
import { frameOf } from '../context/frame.tsx';
import { isFromElsewhere, isFromProgram } from '../context/same-site.ts';
import type { ClockTarget, Routes, Site, WebEnv } from '../context/site.ts';
import { answerNotFound, answerTrouble, foreignForm } from '../context/trouble.tsx';
import { renderPage } from '../parts/page.tsx';
import { ownPath } from '../theme.ts';
import { ClockPage } from './clock-page.tsx';
import { goesBack, isWrong, targetOf, type Wrong } from './target.ts';

export function clockRoutes(site: Site): Routes {
  return new Hono<WebEnv>()
    .get('/', async (c) => {
      if (site.moveClock === undefined) return answerNotFound(site, c);
      if (wantsJson(c)) return c.json({ now: site.clock.now().toString() });
      const moved = c.req.query('moved') !== undefined;
      const back = ownPath(c.req.query('back') ?? '/');
      const [frame, next] = await Promise.all([frameOf(site, c), nextOf(site)]);
      return c.html(renderPage(<ClockPage {...{ frame, back, moved, next }} />));
    })
    .post('/', async (c) => {
      const { moveClock } = site;
      if (moveClock === undefined) return answerNotFound(site, c);
      if (!isFromProgram(c) && isFromElsewhere(site, c)) return refuseForeign(site, c);
      const fields = await fieldsOf(c);
      const target = targetOf(fields, site.clock.now(), zoneOf(c));
      const moved = isWrong(target) ? target : await movedTo(moveClock, target);
      return isNow(moved) ? answerMoved(c, moved, fields) : answerWrong(site, c, moved, fields);
    });
}

type MoveClock = NonNullable<Site['moveClock']>;

/** Somebody else may have moved it further in between. */
async function movedTo(
  moveClock: MoveClock,
  target: ClockTarget,
): Promise<Temporal.Instant | Wrong> {
  try {
    return await moveClock(target);
  } catch (error) {
    if (error instanceof RangeError) return { field: 'to', text: goesBack };
    throw error;
  }
}

function isNow(moved: Temporal.Instant | Wrong): moved is Temporal.Instant {
  return moved instanceof Temporal.Instant;
}

type Fields = Readonly<Record<string, string>>;

function wantsJson(c: Context): boolean {
  return c.req.header('accept')?.includes('application/json') ?? false;
}

function zoneOf(c: Context<WebEnv>): string {
  return c.get('person')?.timeZone ?? 'UTC';
}

async function refuseForeign(site: Site, c: Context): Promise<Response> {
  if (!wantsJson(c)) return answerTrouble(site, c, foreignForm);
  return problem(c, 403, 'The request came from another site.');
}

/** A form, or JSON from a program. */
async function fieldsOf(c: Context): Promise<Fields> {
  const json = c.req.header('content-type')?.includes('json') ?? false;
  if (!json) return Object.fromEntries(await formOf(c));
  const read = readJson(new Uint8Array(await c.req.arrayBuffer()));
  if (!('value' in read) || typeof read.value !== 'object') return {};
  // Whatever is neither a word nor a yes says nothing.
  const said = Object.entries(read.value ?? {}).filter(([, value]) =>
    ['string', 'boolean'].includes(typeof value),
  );
  return Object.fromEntries(said.map(([name, value]) => [name, `${value}`]));
}

async function answerWrong(site: Site, c: Context, wrong: Wrong, typed: Fields): Promise<Response> {
  if (wantsJson(c)) return problem(c, 422, wrong.text, wrong.field);
  const [frame, next] = await Promise.all([frameOf(site, c), nextOf(site)]);
  const back = backIn(typed.back);
  const page = { frame, typed, wrong, back, next, moved: false };
  return c.html(renderPage(<ClockPage {...page} />), 422);
}

/** Where the page of the clock was reached from, out of what its own forms carry. */
function backIn(text: string | undefined): string {
  const path = ownPath(text);
  if (!path.startsWith('/clock')) return path;
  return ownPath(new URLSearchParams(path.split('?')[1]).get('back'));
}

function nextOf({ desk, clock }: Site): Promise<Temporal.Instant | null> {
  return earliestDue(desk.db, clock.now());
}

function problem(c: Context, status: 403 | 422, detail: string, field?: string): Response {
  const title = 'The clock was not moved';
  const body = { type: 'about:blank', title, status, detail, ...(field && { field }) };
  return c.json(body, status, { 'content-type': 'application/problem+json' });
}

function answerMoved(c: Context, now: Temporal.Instant, { back }: Fields): Response {
  if (wantsJson(c)) return c.json({ now: now.toString() });
  return c.redirect(back === undefined ? '/clock?moved' : ownPath(back), 303);
}
