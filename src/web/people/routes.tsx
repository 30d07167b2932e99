// The routes of people: the first page, in and out, a new account, one's own account and its
// keys. Every post answers with a redirect, or with the same form and what to put right.
import { type Context, Hono } from 'hono';
import { isRefused } from '../../people/rejections.ts';
import type { SignedIn } from '../../people/sign-up.ts';
import { serverCounts } from '../../reads/server-counts.ts';
import { frameOf } from '../context/frame.tsx';
import { remoteAddress } from '../context/remote.ts';
import type { Routes, Site, WebEnv } from '../context/site.ts';
import { answerNotFound } from '../context/trouble.tsx';
import { renderPage } from '../parts/page.tsx';
import { ownPath } from '../theme.ts';
import { DemoPeople } from './demo.tsx';
import { demoPeople } from './demo-people.ts';
import { mistakeOf, readForm, type Typed } from './forms.tsx';
import { SignInPage, type SignInProps } from './sign-in.tsx';
import { SignUpPage } from './sign-up.tsx';
import { WelcomePage } from './welcome.tsx';

/** The first page of a guest. */
export async function answerWelcome(site: Site, c: Context): Promise<Response> {
  const [frame, demo, counts] = await Promise.all([
    frameOf(site, c),
    demoPeople(site),
    serverCounts(site.desk.db),
  ]);
  return c.html(renderPage(<WelcomePage {...{ frame, demo, policy: site.policy, ...counts }} />));
}

/** What the address may say has just been done; anything else says nothing. */
const sayings = new Map([['password', 'Your password is new. Sign in with it.']]);

export function entranceRoutes(site: Site): Routes {
  return new Hono<WebEnv>()
    .get('/sign-in', async (c) => {
      const next = ownPath(c.req.query('next'));
      if (c.get('person') !== undefined) return c.redirect(next, 303);
      return answerSignIn(site, c, { next, said: sayings.get(c.req.query('said') ?? '') });
    })
    .post('/sign-in', async (c) => {
      const typed = await readForm(c);
      const { email = '', password = '' } = typed;
      const next = ownPath(typed.next);
      const from = { address: remoteAddress(c), userAgent: c.req.header('user-agent') };
      const answer = await site.people.signIn({ email, password, ...from });
      if (!isRefused(answer)) return welcomed(c, answer, next);
      const mistake = mistakeOf(answer, 'UTC');
      const status = answer.rejected === 'too_many_attempts' ? 429 : 422;
      return answerSignIn(site, c, { typed, mistake, next }, status);
    })
    .get('/sign-up', async (c) => {
      const next = ownPath(c.req.query('next'));
      return c.html(renderPage(<SignUpPage frame={await frameOf(site, c)} next={next} />));
    })
    .post('/sign-up', async (c) => answerSignUp(site, c, await readForm(c)))
    .post('/sign-out', async (c) => {
      for (const cookie of await site.people.signOut(c.req.raw.headers)) setsCookie(c, cookie);
      return c.redirect('/', 303);
    })
    .get('/demo/:person', (c) => continueAs(site, c, c.req.param('person')))
    .post('/demo/:person', (c) => continueAs(site, c, c.req.param('person')));
}

async function answerSignIn(
  site: Site,
  c: Context,
  props: SignInProps,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const demo = await demoPeople(site);
  const persons = demo.length === 0 ? undefined : <DemoPeople demo={demo} />;
  const page = <SignInPage frame={await frameOf(site, c)} {...props} demo={persons} />;
  return c.html(renderPage(page), status);
}

async function answerSignUp(site: Site, c: Context, typed: Typed): Promise<Response> {
  const roles = (['client', 'freelancer'] as const).filter((role) => typed[role] === 'on');
  const { name = '', email = '', password = '', time_zone: timeZone = '' } = typed;
  const answer = await site.people.signUp({ name, email, password, roles, timeZone });
  const next = ownPath(typed.next);
  if (!isRefused(answer)) return welcomed(c, answer, next);
  const frame = await frameOf(site, c);
  const page = <SignUpPage {...{ frame, typed, next, mistake: mistakeOf(answer, 'UTC') }} />;
  return c.html(renderPage(page), 422);
}

/**
 * One click and one is somebody. The terminal prints these addresses, so they answer a plain
 * visit too; a visit that another site has caused is not one.
 */
async function continueAs(site: Site, c: Context, person: string): Promise<Response> {
  const from = c.req.header('sec-fetch-site') ?? 'none';
  if (c.req.method === 'GET' && from !== 'none' && from !== 'same-origin') {
    return c.redirect('/', 303);
  }
  const answer = await site.people.signInAsDemo(person);
  return isRefused(answer) ? answerNotFound(site, c) : welcomed(c, answer, '/');
}

function welcomed(c: Context, { cookies }: SignedIn, next: string): Response {
  for (const cookie of cookies) setsCookie(c, cookie);
  return c.redirect(next, 303);
}

function setsCookie(c: Context, cookie: string): void {
  c.header('set-cookie', cookie, { append: true });
}
