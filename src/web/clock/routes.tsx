// The sandbox clock of evaluation mode: a page and a plain post that moves it to an instant, by a
// span or to the next deadline, for people and for `bin/endwell clock`. Whoever reaches the
// server may move it, signed in or not; other sites may not. Elsewhere it does not exist.
import { type Context, Hono } from 'hono';
import { earliestDue } from '../../store/earliest-due.ts';
import { frameOf } from '../context/frame.tsx';
import type { Routes, Site, WebEnv } from '../context/site.ts';
import { answerNotFound, answerTrouble, foreignForm } from '../context/trouble.tsx';
import { renderPage } from '../parts/page.tsx';
import { ownPath } from '../theme.ts';
import { ClockPage } from './clock-page.tsx';
import { isWrong, targetOf, type Wrong } from './target.ts';

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
      if (isForeign(site, c)) return refuseForeign(site, c);
      const fields = await fieldsOf(c);
      const target = targetOf(fields, site.clock.now(), zoneOf(c));
      if (isWrong(target)) return answerWrong(site, c, target, fields);
      return answerMoved(c, await moveClock(target), fields);
    });
}

type Fields = Readonly<Record<string, string>>;

function wantsJson(c: Context): boolean {
  return c.req.header('accept')?.includes('application/json') ?? false;
}

function zoneOf(c: Context<WebEnv>): string {
  return c.get('person')?.timeZone ?? 'UTC';
}

/** Programs send neither header; browsers send at least one with every post. */
function isForeign({ server }: Site, c: Context): boolean {
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return origin !== undefined && origin !== server.origin && origin !== new URL(c.req.url).origin;
}

async function refuseForeign(site: Site, c: Context): Promise<Response> {
  if (!wantsJson(c)) return answerTrouble(site, c, foreignForm);
  return problem(c, 403, 'The request came from another site.');
}

/** A form, or JSON from a program. */
async function fieldsOf(c: Context): Promise<Fields> {
  const json = c.req.header('content-type')?.includes('json') ?? false;
  const given: unknown = json ? await jsonOf(c) : await c.req.parseBody();
  const entries = Object.entries(given as object).map(([name, value]) => [name, String(value)]);
  return Object.fromEntries(entries);
}

async function jsonOf(c: Context): Promise<object> {
  try {
    const value: unknown = await c.req.json();
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
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
