// The routes that only look: one table, from which the routes and the OpenAPI document are made.
// What somebody may not know is not found, for whatever reason.
import type { Context } from 'hono';
import { z } from 'zod';
import type { Policy } from '../domain/policy/policy.ts';
import type { Clock } from '../engine/clock.ts';
import type { Uploads } from '../engine/files/uploads.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import type { Reads } from '../reads/reads.ts';
import { statementCsv } from '../reads/statement-csv.ts';
import { cardAnswer, entryAnswer, needAnswer, roomAnswer, sceneOfRoom } from './answers.ts';
import { deadlineTable } from './deadline-routes.ts';
import { fileTable } from './file-routes.ts';
import { caseTable } from './mediation/case-routes.ts';
import { optionTable } from './option-routes.ts';
import { fieldsProblem, notFound } from './problems.ts';
import { contractIdOf, currencyOf, limit, queryOf } from './request.ts';
import * as schemas from './schemas.ts';
import { scoreTable } from './score-routes.ts';

export type ReadRoom = {
  readonly reads: Reads;
  readonly uploads: Uploads;
  readonly people: People;
  readonly clock: Clock;
  /** The policy in force. */
  readonly policy: Policy;
};

export type ReadEntry = {
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly answer: z.ZodType;
  readonly csv?: boolean;
  /** What kind of content it answers with, when that is neither JSON nor CSV. */
  readonly media?: string;
  readonly handle: (c: Context, room: ReadRoom, caller: Person) => Promise<Response>;
};

const contractsQuery = z.strictObject({
  which: z.enum(['all', 'offers', 'active', 'over']).default('all'),
  limit: limit(30, 100),
  cursor: z.string().max(200).optional().meta({ description: 'The `next` of the page before.' }),
});

const eventsQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}$/, { error: 'Give the number of the last event that you have.' })
    .transform(Number)
    .default(0)
    .meta({ description: 'The number of the last event that you have.' }),
  limit: limit(50, 200),
});

const monthSentence = 'Give a month as 2026-11.';
const statementQuery = z.strictObject({
  as: z.enum(['client', 'freelancer']).optional(),
  month: z
    .string()
    .regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, { error: monthSentence })
    .optional()
    .meta({ description: 'A month in UTC; all time unless said.', example: '2026-11' }),
});

async function me(c: Context, _room: ReadRoom, caller: Person): Promise<Response> {
  const { id, name, email, roles, timeZone, city } = caller;
  return c.json({ id, name, email, roles, time_zone: timeZone, city });
}

async function needs(c: Context, { reads, clock }: ReadRoom, caller: Person): Promise<Response> {
  const now = clock.now();
  const found = await reads.needs(caller, now);
  return c.json({ needs: found.map((need) => needAnswer(need, now)) });
}

async function contracts(c: Context, room: ReadRoom, caller: Person): Promise<Response> {
  const { cursor, ...asked } = queryOf(c, contractsQuery);
  const now = room.clock.now();
  const page = await room.reads.contracts(
    caller,
    cursor === undefined ? asked : { ...asked, cursor },
    now,
  );
  if (page === null) {
    const message = 'Use the `next` of a page, as it was given.';
    const place = { field: 'cursor', pointer: '/cursor' };
    throw fieldsProblem([{ code: 'field_invalid', ...place, message }]);
  }
  return c.json({ contracts: page.cards.map((card) => cardAnswer(card, now)), next: page.next });
}

async function contract(c: Context, { reads, clock }: ReadRoom, caller: Person): Promise<Response> {
  const now = clock.now();
  const room = await reads.contractRoom(caller, contractIdOf(c), now);
  if (room === null) throw notFound();
  return c.json(roomAnswer(room, now));
}

async function events(c: Context, { reads, clock }: ReadRoom, caller: Person): Promise<Response> {
  const asked = queryOf(c, eventsQuery);
  const now = clock.now();
  const id = contractIdOf(c);
  const room = await reads.contractRoom(caller, id, now);
  const page = room === null ? null : await reads.contractEvents(caller, id, asked, now);
  if (room === null || page === null) throw notFound();
  const scene = sceneOfRoom(room, now);
  return c.json({ events: page.entries.map((one) => entryAnswer(one, scene)), next: page.next });
}

async function wallets(c: Context, { reads, clock }: ReadRoom, caller: Person): Promise<Response> {
  const currencies = await reads.currencies(caller.id);
  const now = clock.now();
  const found = await Promise.all(
    currencies.map((currency) => reads.wallet(caller.id, currency, now)),
  );
  return c.json({ wallets: found.filter((one) => one !== null) });
}

async function wallet(c: Context, { reads, clock }: ReadRoom, caller: Person): Promise<Response> {
  const found = await reads.wallet(caller.id, currencyOf(c), clock.now());
  if (found === null) throw notFound();
  return c.json(found);
}

async function statementFor(c: Context, { reads, clock }: ReadRoom, caller: Person) {
  const { as, month } = queryOf(c, statementQuery);
  const party = as ?? (caller.roles.includes('freelancer') ? 'freelancer' : 'client');
  const asked = { party, month: month === undefined ? null : Temporal.PlainYearMonth.from(month) };
  const found = await reads.statement(caller.id, currencyOf(c), asked, clock.now());
  if (found === null) throw notFound();
  return found;
}

async function statement(c: Context, room: ReadRoom, caller: Person): Promise<Response> {
  return c.json(await statementFor(c, room, caller));
}

async function statementAsCsv(c: Context, room: ReadRoom, caller: Person): Promise<Response> {
  const found = await statementFor(c, room, caller);
  const name = `endwell-${found.currency}-${found.party}-${found.month ?? 'all'}.csv`;
  c.header('content-disposition', `attachment; filename="${name}"`);
  c.header('content-type', 'text/csv; charset=utf-8; header=present');
  return c.body(statementCsv(found, caller.timeZone));
}

export const readTable: readonly ReadEntry[] = [
  { path: '/api/me', summary: 'Who I am', answer: schemas.me, handle: me },
  {
    path: '/api/needs',
    summary: 'What needs me, the soonest deadline first',
    answer: schemas.needs,
    handle: needs,
  },
  {
    path: '/api/contracts',
    summary: 'My contracts and offers, the latest activity first',
    query: contractsQuery,
    answer: schemas.contracts,
    handle: contracts,
  },
  {
    path: '/api/contracts/:id',
    summary: 'A contract as I see it now, and what I can do',
    answer: schemas.contract,
    handle: contract,
  },
  {
    path: '/api/contracts/:id/events',
    summary: 'All that has happened to a contract, oldest first',
    query: eventsQuery,
    answer: schemas.events,
    handle: events,
  },
  { path: '/api/wallets', summary: 'My money', answer: schemas.wallets, handle: wallets },
  {
    path: '/api/wallets/:currency',
    summary: 'My money in one currency',
    answer: schemas.wallet,
    handle: wallet,
  },
  {
    path: '/api/wallets/:currency/statement',
    summary: 'Every movement of my money, with the balance after it',
    query: statementQuery,
    answer: schemas.statement,
    handle: statement,
  },
  {
    path: '/api/wallets/:currency/statement.csv',
    summary: 'The same as CSV',
    query: statementQuery,
    answer: z.string(),
    csv: true,
    handle: statementAsCsv,
  },
  ...deadlineTable,
  ...scoreTable,
  ...optionTable,
  ...fileTable,
  ...caseTable,
];
