// /offers/new, and below a contract the pages that change its offer or answer it with other terms.
// Who may is asked of the same guards as everywhere; strangers find nothing.
import { type Context, Hono } from 'hono';
import type { Person } from '../../people/person.ts';
import { contractRoom } from '../../reads/contract-room.ts';
import { showConfirm } from '../confirm/confirm.ts';
import { frameOf } from '../context/frame.tsx';
import { type SignedInEnv, type Site, signedIn } from '../context/site.ts';
import { answerNotFound, answerTrouble, type Trouble } from '../context/trouble.tsx';
import { type Room, roomFor } from '../contracts/room.ts';
import { renderPage } from '../parts/page.tsx';
import { NotNow } from './not-now.tsx';
import { formLike, formOfTerms, offeredTerms } from './terms/full-terms.ts';
import { answerForm, offering } from './way.tsx';
import type { Writing } from './writing.ts';

/** To be mounted at the root, before the rooms of contracts: it has the forms of their offers. */
export function offerRoutes(site: Site): Hono<SignedInEnv> {
  return new Hono<SignedInEnv>()
    .use('/offers/*', signedIn)
    .get('/offers/new', (c) => answerNew(site, c))
    .post('/offers/new', (c) => answerNew(site, c))
    .use('/contracts/:id/*', signedIn)
    .get('/contracts/:id/do/revise_offer', (c) => c.redirect('../revise', 303))
    .get('/contracts/:id/do/counter_offer', (c) => c.redirect('../counter', 303))
    .on(['GET', 'POST'], '/contracts/:id/revise', (c) => answerChange(site, c, 'revise_offer'))
    .on(['GET', 'POST'], '/contracts/:id/counter', (c) => answerChange(site, c, 'counter_offer'));
}

const clientsOnly: Trouble = {
  status: 403,
  title: 'Only clients make offers',
  state: 'Clients make offers, and your account is not a client’s.',
  children: 'Offers come to you: they appear among your contracts and under what needs you.',
  action: { href: '/contracts', label: 'Go to your contracts' },
};

async function answerNew(site: Site, c: Context): Promise<Response> {
  const person: Person = c.get('person');
  if (!person.roles.includes('client')) return answerTrouble(site, c, clientsOnly);
  const reader = { now: site.clock.now(), zone: person.timeZone };
  const writing: Writing = { site, person, reader, command: 'send_offer', room: undefined };
  if (c.req.method === 'POST') return answerForm(c, writing);
  const like = await earlierForm(site, c.req.query('like'), person);
  if (like === null) return answerNotFound(site, c);
  return showConfirm(c, offering(c, writing), beginning(c, like));
}

/** The form with one's own earlier terms; empty without a wish, null for what is not one's own. */
async function earlierForm(
  site: Site,
  like: string | undefined,
  person: Person,
): Promise<URLSearchParams | null> {
  if (like === undefined) return new URLSearchParams();
  const room = await contractRoom(site.desk, person, like, site.clock.now());
  if (room === null || room.viewer !== 'client') return null;
  const form = formLike(offeredTerms(room.view));
  form.set('to', room.view.freelancer);
  return form;
}

/** What the address says stands in the form; nothing has been pressed yet. */
function beginning(c: Context, form: URLSearchParams): URLSearchParams {
  const begun = new URLSearchParams(form);
  for (const name of ['to', 'title', 'scope', 'currency'] as const) {
    const value = c.req.query(name);
    if (value !== undefined) begun.set(name, value);
  }
  begun.set('_do', 'edit');
  return begun;
}

type Change = 'revise_offer' | 'counter_offer';

async function answerChange(site: Site, c: Context, command: Change): Promise<Response> {
  const room = await roomFor(site, c);
  if (room === null || room.can[command] === undefined) return answerNotFound(site, c);
  const can = room.can[command];
  if (can !== true) {
    const frame = await frameOf(site, c, 'contracts');
    return c.html(renderPage(<NotNow {...{ frame, room, command, can }} />), 409);
  }
  const { reader } = room;
  const writing: Writing = { site, person: c.get('person'), reader, command, room };
  if (c.req.method === 'POST') return answerForm(c, writing);
  return showConfirm(c, offering(c, writing), firstForm(c, command, room));
}

/** The terms as they stand; of one's own open counter, or of theirs when it is asked for. */
function firstForm(c: Context, command: Change, room: Room): URLSearchParams {
  const { counter } = room.view;
  const wanted = command === 'counter_offer' || c.req.query('with') === 'counter';
  const open = wanted && counter?.status === 'open' ? counter : undefined;
  const form = formOfTerms(open?.terms ?? offeredTerms(room.view));
  if (command === 'counter_offer') form.set('note', open?.note ?? '');
  form.set('_do', 'edit');
  return form;
}
