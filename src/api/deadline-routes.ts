// The register of deadlines for programs: what happens by itself in all contracts of the caller,
// soonest first, with who can act, what silence does, and the command that answers it.
import type { Context } from 'hono';
import { z } from 'zod';
import type { Person } from '../people/person.ts';
import type { RegisteredDeadline } from '../reads/deadlines.ts';
import { namesOf } from '../reads/people.ts';
import { deadlineName, forecastSentence } from '../words/forecast.ts';
import { exactSceneOf } from '../words/scene.ts';
import type { ReadEntry, ReadRoom } from './read-routes.ts';
import { queryOf } from './request.ts';
import { party, says } from './schema-parts.ts';
import { silentNext } from './schemas.ts';

const query = z.strictObject({
  as: party.optional().meta({ description: 'Only where you are this party.' }),
  mine: z
    .enum(['yes', 'no'])
    .optional()
    .meta({ description: '`yes`: only those before which you can act.' }),
});

export const deadlinesAnswer = z.strictObject({
  deadlines: z.array(
    silentNext
      .extend({
        says,
        name: z.string().meta({ example: 'Review of “Sketches”' }),
        contract: z.strictObject({ id: z.string(), title: z.string(), you: party }),
        mine: z.boolean().meta({ description: 'You can act before it.' }),
        stands: z.boolean().meta({
          description: 'False: it comes about only when an earlier one passes in silence.',
        }),
        command: z.string().nullable().meta({ description: 'What answers it, if you can.' }),
      })
      .meta({ id: 'RegisteredDeadline' }),
  ),
});

async function deadlines(c: Context, { reads, clock }: ReadRoom, caller: Person) {
  const asked = queryOf(c, query);
  const now = clock.now();
  const found = await reads.deadlines(caller, now);
  const wanted = found.filter(
    ({ card, mine }) =>
      (asked.as === undefined || card.party === asked.as) &&
      (asked.mine === undefined || mine === (asked.mine === 'yes')),
  );
  return c.json({ deadlines: wanted.map((one) => deadlineAnswer(one, now)) });
}

function deadlineAnswer(one: RegisteredDeadline, now: Temporal.Instant) {
  const { card, next, mine, stands, need } = one;
  const { view, party: you, parties } = card;
  const scene = exactSceneOf(view, { viewer: you, names: namesOf(parties), zone: 'UTC', now });
  return {
    ...next,
    says: forecastSentence(next, scene),
    name: deadlineName(next.what, next.subject, scene),
    contract: { id: view.id, title: view.terms.title, you },
    mine,
    stands,
    command: need?.command ?? null,
  };
}

export const deadlineTable: readonly ReadEntry[] = [
  {
    path: '/api/deadlines',
    summary: 'All deadlines of my contracts, the soonest first',
    query,
    answer: deadlinesAnswer,
    handle: deadlines,
  },
];
