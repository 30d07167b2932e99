// The mediator's desk for programs: the cases that nobody has taken, one's own, and one case with
// everything about it. For whoever is no mediator there is nothing here.
import type { Context } from 'hono';
import { z } from 'zod';
import type { Person } from '../../people/person.ts';
import { entryAnswer, roomAnswer, sceneOfRoom } from '../answers.ts';
import { notFound } from '../problems.ts';
import type { ReadEntry, ReadRoom } from '../read-routes.ts';
import { amount, instant } from '../schema-parts.ts';
import { contract, toldEvent } from '../schemas.ts';

const card = z
  .strictObject({
    contract: z.string(),
    dispute: z.string().meta({ example: 'dsp_1' }),
    about: z.enum(['escrow', 'paid']),
    status: z.enum(['open', 'mediation', 'arbitration', 'settled', 'decided', 'withdrawn']),
    wants: z.enum(['recommendation', 'ruling']).nullable(),
    amount,
    currency: z.string(),
    milestones: z.int(),
    since: instant.meta({ description: 'Since when it waits in this stage.' }),
    ends: instant.optional().meta({ description: 'When the stage ends by silence.' }),
  })
  .meta({ id: 'Case', description: 'Without names and without anything that was said.' });

const asked = z
  .enum(['recommend_split', 'rule'])
  .nullable()
  .meta({ description: 'The command that only you can give now.' });

const ownCard = card.extend({ title: z.string(), asked }).meta({ id: 'OwnCase' });

const casesAnswer = z.strictObject({ waiting: z.array(card), mine: z.array(ownCard) });

const caseAnswer = z.strictObject({
  case: card,
  free: z.boolean().meta({ description: 'You could take it now.' }),
  asked,
  contract: contract.nullable().meta({ description: 'Only of your own case.' }),
  events: z
    .array(toldEvent)
    .nullable()
    .meta({ description: 'All of them, only of your own case.' }),
});

async function cases(c: Context, { reads, clock }: ReadRoom, caller: Person): Promise<Response> {
  const found = await reads.cases(caller, clock.now());
  if (found === null) throw notFound();
  return c.json(found);
}

async function oneCase(c: Context, { reads, clock }: ReadRoom, caller: Person): Promise<Response> {
  const now = clock.now();
  const { contract: id = '', dispute = '' } = c.req.param();
  const file = await reads.caseFile(caller, id, dispute, now);
  if (file === null) throw notFound();
  const { inside } = file;
  const scene = inside === null ? null : sceneOfRoom(inside.room, now);
  return c.json({
    case: file.card,
    free: file.free,
    asked: inside?.asked ?? null,
    contract: inside === null ? null : roomAnswer(inside.room, now),
    events:
      inside === null || scene === null
        ? null
        : inside.entries.map((entry) => entryAnswer(entry, scene)),
  });
}

export const caseTable: readonly ReadEntry[] = [
  {
    path: '/api/cases',
    summary: 'Cases that wait for a mediator, and mine',
    answer: casesAnswer,
    handle: cases,
  },
  {
    path: '/api/cases/:contract/:dispute',
    summary: 'A case: what it is about, and all of it once it is mine',
    answer: caseAnswer,
    handle: oneCase,
  },
];
