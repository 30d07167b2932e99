// The pages, put together: headers, who asks, forms from elsewhere refused, the rooms, and pages
// for what is not there and what went wrong. It reads no environment and opens nothing; main
// gives it everything it needs.
import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { largestFile, mostFiles } from '../outside/files/file-store.ts';
import { clockRoutes } from './clock/routes.tsx';
import { UnreadableForm } from './context/form.ts';
import { frameOf } from './context/frame.tsx';
import { refuseFromElsewhere } from './context/same-site.ts';
import { isHttps, type Routes, type Site, type WebEnv, withPerson } from './context/site.ts';
import {
  answerNotFound,
  answerTrouble,
  serverError,
  tooLarge,
  unreadableForm,
} from './context/trouble.tsx';
import { isUpload } from './context/uploads.ts';
import { contractRoutes } from './contracts/routes.tsx';
import { calendarRoutes, deadlineRoutes } from './deadlines/routes.tsx';
import { Gallery } from './gallery.tsx';
import { answerHome, contractListRoutes } from './home/routes.tsx';
import { mailboxRoutes } from './mailbox/routes.tsx';
import { caseRoutes, reportedRoutes } from './mediation/routes.tsx';
import { moneyRoutes } from './money/routes.tsx';
import { offerRoutes } from './offers/routes.tsx';
import { renderPage } from './parts/page.tsx';
import { accountRoutes } from './people/account-routes.tsx';
import { passwordRoutes } from './people/password-routes.tsx';
import { answerWelcome, entranceRoutes } from './people/routes.tsx';
import { scoreRoutes } from './reputation/routes.tsx';
import { rulesRoutes } from './rules/routes.tsx';
import { secured } from './security.ts';
import { themeRoutes } from './theme.ts';

export type { ClockTarget, Site } from './context/site.ts';

/** More than any form of ours holds. */
const largestBody = 1024 * 1024;

export function createWeb(site: Site): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(secured(isHttps(site)));
  app.get('/assets/*', (c) => {
    const served = site.assets.serve(c.req.path, c.req.header('accept-encoding'));
    return served ?? c.notFound();
  });
  app.get('/health', (c) => c.text('ok'));
  const atMost = (maxSize: number) =>
    bodyLimit({ maxSize, onError: (c) => answerTooLarge(site, c) });
  const [usual, withFiles] = [atMost(largestBody), atMost(largestBody + mostFiles * largestFile)];
  app.use((c, next) => (isUpload(c) ? withFiles : usual)(c, next));
  app.use(withPerson(site));
  // No address of ours has a NUL in it, and no database takes one.
  app.use((c, next) => (/%00/.test(c.req.url) ? answerNotFound(site, c) : next()));
  // The clock has its own door: a program without a browser's headers may move it.
  app.route('/clock', clockRoutes(site));
  app.use(refuseFromElsewhere(site));
  app.route('/', themeRoutes(isHttps(site)));
  mountRooms(app, site);
  app.notFound((c) => answerNotFound(site, c));
  app.onError((error, c) => answerError(site, c, error));
  return app;
}

function mountRooms(app: Routes, site: Site): void {
  app.get('/', (c) =>
    c.get('person') === undefined ? answerWelcome(site, c) : answerHome(site, c),
  );
  app.route('/', entranceRoutes(site));
  app.route('/', passwordRoutes(site));
  app.route('/account', accountRoutes(site));
  app.route('/contracts', contractListRoutes(site));
  app.route('/', offerRoutes(site));
  app.route('/contracts', contractRoutes(site));
  app.route('/money', moneyRoutes(site));
  app.route('/deadlines', deadlineRoutes(site));
  app.route('/calendar', calendarRoutes(site));
  app.route('/mailbox', mailboxRoutes(site));
  app.route('/cases', caseRoutes(site));
  app.route('/reported', reportedRoutes(site));
  app.route('/people', scoreRoutes(site));
  app.route('/', rulesRoutes(site));
  app.get('/parts', async (c) => {
    if (!site.server.evaluation) return answerNotFound(site, c);
    return c.html(renderPage(<Gallery frame={await frameOf(site, c)} />));
  });
}

/** What was not read stands between this request and the next: the connection ends with it. */
function answerTooLarge(site: Site, c: Context): Promise<Response> {
  c.header('connection', 'close');
  return answerTrouble(site, c, tooLarge);
}

async function answerError(site: Site, c: Context, error: Error): Promise<Response> {
  if (error instanceof UnreadableForm) return answerTrouble(site, c, unreadableForm);
  if (error instanceof HTTPException) return error.getResponse();
  const reference = randomUUID().slice(0, 8);
  console.error(`${reference} ${c.req.method} ${c.req.path}`, error);
  return answerTrouble(site, c, serverError(reference));
}
