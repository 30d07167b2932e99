// Cases for mediators. No command of these rules opens a dispute yet, so there are none, and the
// page says so and what a mediator will find here.
import { Hono } from 'hono';
import { frameOf } from '../context/frame.tsx';
import { type SignedInEnv, type Site, signedIn } from '../context/site.ts';
import { answerNotFound } from '../context/trouble.tsx';
import { renderPage } from '../parts/page.tsx';
import { CasesPage } from './cases.tsx';

export function caseRoutes(site: Site): Hono<SignedInEnv> {
  return new Hono<SignedInEnv>().use(signedIn).get('/', async (c) => {
    if (!c.get('person').roles.includes('mediator')) return answerNotFound(site, c);
    const frame = await frameOf(site, c, 'cases');
    return c.html(renderPage(<CasesPage frame={frame} />));
  });
}
