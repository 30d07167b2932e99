// The route of advice: every road that is open to the caller on a contract, worked out to the cent
// and the minute, and for what is not possible why and what comes closest.
import type { Context } from 'hono';
import { z } from 'zod';
import type { Person } from '../people/person.ts';
import { namesOf } from '../reads/people.ts';
import { adviceTold } from '../words/advice/advice-told.ts';
import { exactSceneOf } from '../words/scene.ts';
import { notFound } from './problems.ts';
import type { ReadEntry, ReadRoom } from './read-routes.ts';
import { contractIdOf } from './request.ts';
import { amount, instant, movement, party, says, viewer } from './schema-parts.ts';
import { money, silentNext } from './schemas.ts';

const points = z.int().min(0).max(100).nullable();
const factual = z.record(z.string(), z.union([z.string(), z.number()]));

const effect = z.strictObject({
  at: instant,
  events: z.array(z.string()).meta({ description: 'The types of the events, in order.' }),
  postings: z.array(movement),
  status: z.string(),
  money,
});

const score = z
  .union([
    z.strictObject({ is: z.literal('same'), now: points }),
    z.strictObject({ is: z.literal('moved'), now: points, after: points }),
    z.strictObject({
      is: z.literal('range'),
      when: z.enum(['now', 'agreed', 'silent']),
      ...{ now: points, no_feedback: points, best: points, worst: points },
    }),
  ])
  .meta({ description: "The caller's own score: by itself, or the range after an end." });

const lines = z.strictObject({
  money: z.array(z.string()),
  protection: z.string(),
  deadlines: z.array(z.string()),
  score: z.string(),
  open: z.string(),
  undo: z.string(),
});

const road = z
  .strictObject({
    road: z.string().meta({ example: 'part_release' }),
    command: z.string().meta({ example: 'release_payment' }),
    example: z
      .strictObject({
        amount: amount.optional(),
        to_freelancer: amount.optional(),
        due: instant.optional(),
      })
      .optional()
      .meta({ description: 'What it was worked out for; the caller chooses.' }),
    milestone: z.string().optional(),
    now: effect,
    agreed: effect
      .extend({ by: party, command: z.string(), until: instant.optional() })
      .optional()
      .meta({ description: 'If the other side agrees.' }),
    silent: effect
      .extend({ deadline: silentNext })
      .optional()
      .meta({ description: 'If nobody answers.' }),
    later: silentNext.optional().meta({ description: 'What silence does to money after it.' }),
    protection: z.strictObject({ held: amount, in_dispute: amount, final: amount }),
    begins: z.array(silentNext),
    ends: z.array(silentNext),
    closes: z.strictObject({ at: instant, because: z.string().optional() }).optional(),
    undoing: z.strictObject({
      how: z.enum(['alone', 'together', 'final', 'harmless']),
      command: z.string().optional(),
      until: instant.optional(),
    }),
    score,
    first: z.boolean().meta({ description: 'One of the three that matter most here.' }),
    title: z.string(),
    says,
    lines,
  })
  .meta({ id: 'Road' });

const notNow = z
  .strictObject({
    command: z.string(),
    code: z.string(),
    facts: factual,
    closest: z.array(z.string()).meta({ description: 'Commands that are possible now.' }),
    opens: instant.optional().meta({ description: 'When silence alone would open it.' }),
    title: z.string(),
    says,
  })
  .meta({ id: 'NotNow' });

const situation = z.strictObject({
  is: z.string().meta({ example: 'submitted' }),
  by: party.optional(),
  milestone: z.string().optional(),
  dispute: z.string().optional(),
  count: z.int().optional(),
  amount: amount.optional(),
  at: instant.optional(),
  says,
});

export const options = z
  .strictObject({
    contract: z.string(),
    you: viewer,
    at: instant,
    situations: z.array(situation),
    roads: z.array(road),
    not_now: z.array(notNow),
    silence: z.array(silentNext.extend({ says })),
  })
  .meta({ id: 'Options', description: 'What the caller can do, and what would follow.' });

async function optionsFor(c: Context, room: ReadRoom, caller: Person): Promise<Response> {
  const { reads, policy, clock } = room;
  const now = clock.now();
  const id = contractIdOf(c);
  const found = await reads.options(caller, { id, policy, now });
  if (found === null) throw notFound();
  const { viewer: you, view, parties, ...advice } = found;
  const reader = { viewer: you, names: namesOf(parties), zone: 'UTC', now };
  return c.json({ contract: id, you, ...adviceTold(advice, exactSceneOf(view, reader)) });
}

export const optionTable: readonly ReadEntry[] = [
  {
    path: '/api/contracts/:id/options',
    summary: 'What I can do with a contract, and exactly what would follow',
    answer: options,
    handle: optionsFor,
  },
];
