// The routes of the success score: one's own page whole, anybody else's with the number and its
// window alone, and the history to take along.
import { type Context, Hono } from 'hono';
import type { Person } from '../../people/person.ts';
import { scoredAs } from '../../reads/people.ts';
import {
  exportedScore,
  mayExplain,
  ownScore,
  publicScore,
  type ScoreAsked,
} from '../../reads/reputation/score.ts';
import { frameOf } from '../context/frame.tsx';
import { type SignedInEnv, type Site, signedIn } from '../context/site.ts';
import { answerNotFound } from '../context/trouble.tsx';
import { renderPage } from '../parts/page.tsx';
import { OtherScorePage } from './other-score-page.tsx';
import { ScorePage } from './score-page.tsx';

/** The chart goes back a year, and its first month looks at a window of its own. */
const charted = Temporal.Duration.from({ years: 1 });

export function scoreRoutes(site: Site): Hono<SignedInEnv> {
  return new Hono<SignedInEnv>()
    .get('/:person/score', signedIn, (c) => answerScore(site, c))
    .get('/:person/score.json', signedIn, (c) => answerHistory(site, c));
}

type Asked = { readonly person: Person; readonly asked: ScoreAsked };

/** Whose score, and as what; null for nobody, and for people who neither buy nor sell work. */
async function askedFor(site: Site, c: Context<SignedInEnv>): Promise<Asked | null> {
  const id = c.req.param('person') ?? '';
  const person = /^[a-z0-9_]{1,60}$/.test(id) ? await site.people.personById(id) : undefined;
  if (person === undefined) return null;
  const wanted = (['client', 'freelancer'] as const).find((side) => side === c.req.query('as'));
  const as = scoredAs(person.roles, wanted) ?? scoredAs(person.roles);
  if (as === null) return null;
  return { person, asked: { person: id, as, policy: site.policy, now: site.clock.now() } };
}

async function answerScore(site: Site, c: Context<SignedInEnv>): Promise<Response> {
  const found = await askedFor(site, c);
  if (found === null) return answerNotFound(site, c);
  const { person, asked } = found;
  const frame = await frameOf(site, c);
  if (!mayExplain(c.get('person'), person.id)) {
    const seen = await publicScore(site.desk, asked);
    return c.html(renderPage(<OtherScorePage {...{ frame, person, asked, seen }} />));
  }
  const own = await ownScore(site.desk, asked, charted);
  const whatIf = c.req.query('what_if');
  const isMine = person.id === c.get('person').id;
  return c.html(renderPage(<ScorePage {...{ frame, person, isMine, asked, own, whatIf }} />));
}

async function answerHistory(site: Site, c: Context<SignedInEnv>): Promise<Response> {
  const found = await askedFor(site, c);
  if (found === null || !mayExplain(c.get('person'), found.person.id)) {
    return answerNotFound(site, c);
  }
  const history = await exportedScore(site.desk, found.asked);
  return c.body(`${JSON.stringify(history, null, 2)}\n`, 200, {
    'content-type': 'application/json',
    'content-disposition': `attachment; filename="endwell-score-${found.asked.as}.json"`,
  });
}
