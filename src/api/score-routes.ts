// The routes of the success score: whole for oneself, number and window for everybody else who is
// signed in, the history to take along, and what a contract at hand could do to one's own.
import type { Context } from 'hono';
import { z } from 'zod';
import type { Viewer } from '../domain/contracts/seen/feedback.ts';
import type { ScoredAs } from '../domain/reputation/history.ts';
import type { ScoreRange } from '../domain/reputation/what-if.ts';
import type { ContractPreview } from '../engine/requests.ts';
import type { Person } from '../people/person.ts';
import { scoredAs } from '../reads/people.ts';
import { mayExplain } from '../reads/reputation/score.ts';
import { scoreAnswerOf, scoreAnswerShape, scoreHistoryShape } from '../wire/score-history.ts';
import { reasonText, scoreSentence } from '../words/score/score.ts';
import { notFound } from './problems.ts';
import type { ReadEntry, ReadRoom } from './read-routes.ts';
import { contractIdOf, queryOf } from './request.ts';
import { amount, instant, says } from './schema-parts.ts';

const side = z.enum(['freelancer', 'client']);
const points = z.int().min(0).max(100).nullable();
const query = z.strictObject({
  as: side.optional().meta({ description: 'Which score, for somebody who is both.' }),
});

const explainedLine = scoreAnswerShape.shape.contracts.element.extend({
  title: z.string(),
  counterpart: z.string(),
  counterpart_name: z.string(),
  ended: instant.nullable(),
  net_paid: amount,
  currency: z.string(),
  stars: z.array(z.int()).nullable().meta({ description: 'Of the revealed review, all six.' }),
  says,
});

const answer = scoreAnswerShape
  .extend({ contracts: z.array(explainedLine) })
  .partial({ windows: true, contracts: true })
  .extend({ person: z.string(), as: side, at: instant, says })
  .meta({
    id: 'Score',
    description: 'Weights in hundredths. Windows and contracts only for the person themselves.',
  });

export const scoreRange = z
  .strictObject({ as: side, now: points, no_feedback: points, best: points, worst: points })
  .meta({ id: 'ScoreRange', description: 'After no feedback, six times 5 stars, six times 1.' });

async function askedFor(c: Context, { people, policy, clock }: ReadRoom) {
  const { as: wanted } = queryOf(c, query);
  const id = c.req.param('person') ?? '';
  const person = /^[a-z0-9_]{1,60}$/.test(id) ? await people.personById(id) : undefined;
  const as = person === undefined ? null : scoredAs(person.roles, wanted);
  if (person === undefined || as === null) throw notFound();
  return { person, asked: { person: person.id, as, policy, now: clock.now() } };
}

async function score(c: Context, room: ReadRoom, caller: Person): Promise<Response> {
  const { person, asked } = await askedFor(c, room);
  const head = { person: person.id, as: asked.as, at: `${asked.now}` };
  const rules = room.policy.score;
  if (!mayExplain(caller, person.id)) {
    const seen = await room.reads.publicScore(asked);
    return c.json({ ...head, ...seen, says: scoreSentence(person.shortName, seen, rules) });
  }
  const { score: found, lines } = await room.reads.ownScore(asked);
  const told = scoreAnswerOf(found);
  const contracts = lines.map(({ other, ended, netPaid, ...line }) => ({
    ...line,
    counterpart: other.id,
    counterpart_name: other.name,
    ended: ended === null ? null : `${ended}`,
    net_paid: netPaid,
    says: reasonText(line.reason),
  }));
  const name = caller.id === person.id ? null : person.name;
  return c.json({ ...head, ...told, contracts, says: scoreSentence(name, told, rules) });
}

async function history(c: Context, room: ReadRoom, caller: Person): Promise<Response> {
  const { person, asked } = await askedFor(c, room);
  if (!mayExplain(caller, person.id)) throw notFound();
  const found = await room.reads.exportedScore(asked);
  c.header('content-disposition', `attachment; filename="endwell-score-${asked.as}.json"`);
  return c.json(found);
}

async function rangeOf(c: Context, room: ReadRoom, caller: Person): Promise<Response> {
  const { reads, policy, clock } = room;
  const now = clock.now();
  const found = await reads.contractRoom(caller, contractIdOf(c), now);
  const as = found?.viewer;
  if (as !== 'client' && as !== 'freelancer') throw notFound();
  const ranged = await reads.scoreRange(contractIdOf(c), as, policy, now);
  if (ranged === null) throw notFound();
  return c.json(rangeAnswer(as, ranged));
}

function rangeAnswer(as: ScoredAs, { noFeedback, ...points }: ScoreRange) {
  return { as, ...points, no_feedback: noFeedback };
}

/** What the end of a contract could do to the score of the party that previews it. */
export async function scoreAfter(
  { reads, policy, clock }: Pick<ReadRoom, 'reads' | 'policy' | 'clock'>,
  viewer: Viewer,
  { before, after }: ContractPreview,
) {
  const ends = before?.outcome === null && after.outcome !== null;
  if (!ends || (viewer !== 'client' && viewer !== 'freelancer')) return {};
  const ranged = await reads.scoreRangeAfter(after, viewer, policy, clock.now());
  return ranged === null ? {} : { score: rangeAnswer(viewer, ranged) };
}

export const scoreTable: readonly ReadEntry[] = [
  {
    path: '/api/people/:person/score',
    summary: 'The success score of somebody; my own with everything that it is made of',
    query,
    answer,
    handle: score,
  },
  {
    path: '/api/people/:person/score.json',
    summary: 'My history, to recompute the score elsewhere',
    query,
    answer: scoreHistoryShape,
    handle: history,
  },
  {
    path: '/api/contracts/:id/score',
    summary: 'What feedback about this contract could do to my score',
    answer: scoreRange,
    handle: rangeOf,
  },
];
