// The mediator's desk and the moderator's: for whoever is neither, there is nothing at these
// addresses. Taking a case and flagging feedback move no money, and are done at once; how money is
// divided is said on the confirm pages of the contract.
import { type Context, Hono } from 'hono';
import { isRejection } from '../../domain/rejections.ts';
import type { Person } from '../../people/person.ts';
import { caseFile } from '../../reads/mediation/case-file.ts';
import { casesFor } from '../../reads/mediation/cases.ts';
import { reportedFeedback } from '../../reads/mediation/reported.ts';
import { formOf } from '../context/form.ts';
import { frameOf } from '../context/frame.tsx';
import { type SignedInEnv, type Site, signedIn } from '../context/site.ts';
import { answerNotFound } from '../context/trouble.tsx';
import { roomOf } from '../contracts/room.ts';
import { renderPage } from '../parts/page.tsx';
import { FreeCasePage, OwnCasePage } from './case-page.tsx';
import { DeskPage } from './desk-page.tsx';
import { type Refused, ReportedPage } from './reported-page.tsx';

/** To be mounted at /cases. */
export function caseRoutes(site: Site): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>().use(signedIn);
  routes.get('/', (c) => answerDesk(site, c));
  routes.get('/:contract/:dispute', (c) => answerCase(site, c));
  routes.post('/:contract/:dispute/take', (c) => answerTake(site, c));
  return routes;
}

async function answerDesk(site: Site, c: Context, problem?: string): Promise<Response> {
  const cases = await casesFor(site.desk, c.get('person'), site.clock.now());
  if (cases === null) return answerNotFound(site, c);
  const frame = await frameOf(site, c, 'cases');
  const status = problem === undefined ? 200 : 409;
  return c.html(renderPage(<DeskPage {...{ frame, cases, problem }} />), status);
}

function caseOf(c: Context): { readonly contract: string; readonly dispute: string } {
  return { contract: c.req.param('contract') ?? '', dispute: c.req.param('dispute') ?? '' };
}

async function answerCase(site: Site, c: Context): Promise<Response> {
  const person: Person = c.get('person');
  const { contract, dispute } = caseOf(c);
  const now = site.clock.now();
  const file = await caseFile(site.desk, person, contract, dispute, now);
  if (file === null) return answerNotFound(site, c);
  const { card, inside } = file;
  const frame = await frameOf(site, c, 'cases');
  if (inside === null) {
    const pressKey = crypto.randomUUID();
    return c.html(renderPage(<FreeCasePage {...{ frame, card, pressKey }} />));
  }
  const room = roomOf(inside.room, { now, zone: person.timeZone });
  return c.html(renderPage(<OwnCasePage {...{ frame, card, inside, room }} />));
}

async function answerTake(site: Site, c: Context): Promise<Response> {
  const person: Person = c.get('person');
  if (!person.roles.includes('mediator')) return answerNotFound(site, c);
  const { contract, dispute } = caseOf(c);
  const form = await formOf(c);
  const answer = await site.engine.execute({
    contract,
    command: { type: 'take_case', dispute },
    by: { as: 'mediator', person: person.id },
    key: form.get('_key') ?? crypto.randomUUID(),
  });
  if (!isRejection(answer)) return c.redirect(`/cases/${contract}/${dispute}`, 303);
  if (answer.rejected === 'not_found') return answerNotFound(site, c);
  return answerDesk(site, c, 'Another mediator has it now, or the two have settled meanwhile.');
}

/** To be mounted at /reported. */
export function reportedRoutes(site: Site): Hono<SignedInEnv> {
  const routes = new Hono<SignedInEnv>().use(signedIn);
  routes.get('/', (c) => answerReported(site, c));
  routes.post('/', (c) => answerFlag(site, c));
  return routes;
}

async function answerReported(site: Site, c: Context, refused?: Refused): Promise<Response> {
  const reported = await reportedFeedback(site.desk, c.get('person'), site.clock.now());
  if (reported === null) return answerNotFound(site, c);
  const frame = await frameOf(site, c, 'reported');
  const page = { frame, reported, refused, pressKey: crypto.randomUUID() };
  return c.html(renderPage(<ReportedPage {...page} />), refused === undefined ? 200 : 422);
}

async function answerFlag(site: Site, c: Context): Promise<Response> {
  const person: Person = c.get('person');
  if (!person.roles.includes('moderator')) return answerNotFound(site, c);
  const form = await formOf(c);
  const [contract, reason] = [form.get('contract') ?? '', form.get('reason') ?? ''];
  const author = form.get('author') === 'client' ? 'client' : 'freelancer';
  const refuse = (error: string) => answerReported(site, c, { contract, author, reason, error });
  if (reason.trim() === '') return refuse('Say why it does not count: everybody will read it.');
  if (reason.length > 2000) return refuse('Write at most 2,000 characters.');
  const answer = await site.engine.execute({
    contract,
    command: { type: 'flag_feedback', author, reason },
    by: { as: 'moderator', person: person.id },
    key: form.get('_key') ?? crypto.randomUUID(),
  });
  if (!isRejection(answer)) return c.redirect('/reported', 303);
  if (answer.rejected === 'not_found') return answerNotFound(site, c);
  return refuse('Nothing was done: it has been flagged already, or is no longer there.');
}
