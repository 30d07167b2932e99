// The pages of a contract: its room, its terms, its history, and the doing of every command. A
// stranger is told what somebody is told who asks for what was never there.
import { type Context, Hono } from 'hono';
import { contractEvents } from '../../reads/contract-events.ts';
import { messagesOf } from '../../reads/talk/messages.ts';
import { frameOf } from '../context/frame.tsx';
import { type SignedInEnv, type Site, signedIn } from '../context/site.ts';
import { answerNotFound } from '../context/trouble.tsx';
import { renderPage } from '../parts/page.tsx';
import { MessagesPage } from './beside/messages.tsx';
import { doRoutes } from './do/routes.tsx';
import { answerBundle, answerFile } from './file.ts';
import { HistoryPage } from './history-page.tsx';
import { OptionsPage } from './options/options-page.tsx';
import { optionsFor } from './options/seen.ts';
import { type Room, roomFor } from './room.ts';
import { RoomPage } from './room-page.tsx';
import { TermsPage } from './terms-page.tsx';

/** To be mounted at /contracts. */
export function contractRoutes(site: Site): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>();
  routes.use('/:id', signedIn);
  routes.use('/:id/*', signedIn);
  routes.get('/:id', (c) => answerRoom(site, c));
  routes.get('/:id/options', (c) => answerOptions(site, c));
  routes.get('/:id/terms', (c) =>
    answer(site, c, (frame, room) => <TermsPage {...{ frame, room }} />),
  );
  routes.get('/:id/messages', (c) => answerMessages(site, c));
  routes.get('/:id/history', (c) => answerHistory(site, c));
  routes.get('/:id/files/:file', (c) => answerFile(site, c));
  routes.get('/:id/bundle.zip', (c) => answerBundle(site, c));
  routes.route('/', doRoutes(site));
  return routes;
}

type Page = (
  frame: Awaited<ReturnType<typeof frameOf>>,
  room: Room,
) => Parameters<typeof renderPage>[0];

async function answer(site: Site, c: Context, page: Page): Promise<Response> {
  const room = await roomFor(site, c);
  if (room === null) return answerNotFound(site, c);
  return c.html(renderPage(page(await frameOf(site, c, 'contracts'), room)));
}

async function answerRoom(site: Site, c: Context): Promise<Response> {
  const room = await roomFor(site, c);
  if (room === null) return answerNotFound(site, c);
  const options = await optionsFor(site, c, room);
  const frame = await frameOf(site, c, 'contracts');
  return c.html(renderPage(<RoomPage {...{ frame, room, options }} did={didOf(c)} />));
}

async function answerOptions(site: Site, c: Context): Promise<Response> {
  const room = await roomFor(site, c);
  const options = room === null ? null : await optionsFor(site, c, room);
  if (room === null || options === null) return answerNotFound(site, c);
  const frame = await frameOf(site, c, 'contracts');
  return c.html(renderPage(<OptionsPage {...{ frame, room, options }} />));
}

function didOf(c: Context): number | undefined {
  const did = Number(c.req.query('did'));
  return Number.isInteger(did) && did > 0 ? did : undefined;
}

/** The number of the last message that was shown; none begins with the latest. */
function beforeOf(c: Context): number | null {
  const before = Number(c.req.query('before'));
  return Number.isInteger(before) && before > 0 && before < 1e9 ? before : null;
}

async function answerMessages(site: Site, c: Context): Promise<Response> {
  const room = await roomFor(site, c);
  if (room === null) return answerNotFound(site, c);
  const asked = { before: beforeOf(c), limit: pageLength };
  const now = site.clock.now();
  const page = await messagesOf(site.desk, c.get('person'), room.view.id, asked, now);
  if (page === null) return answerNotFound(site, c);
  const frame = await frameOf(site, c, 'contracts');
  const pressKey = crypto.randomUUID();
  return c.html(renderPage(<MessagesPage {...{ frame, room, page, pressKey }} />));
}

const pageLength = 100;

async function answerHistory(site: Site, c: Context): Promise<Response> {
  const room = await roomFor(site, c);
  const asked = Number(c.req.query('after') ?? '0');
  // No contract has as many events, and no database has a number for more.
  const after = Number.isInteger(asked) && asked >= 0 && asked < 1e9 ? asked : 0;
  const stretch = { after, limit: pageLength };
  const now = site.clock.now();
  const id = c.req.param('id') ?? '';
  const page = await contractEvents(site.desk, c.get('person'), id, stretch, now);
  if (room === null || page === null) return answerNotFound(site, c);
  const frame = await frameOf(site, c, 'contracts');
  return c.html(renderPage(<HistoryPage {...{ frame, room, page, after }} />));
}
