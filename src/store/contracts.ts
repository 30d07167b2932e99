// The rows of contracts: the folded state, its place in the chain of hashes, and the columns that
// lists filter by. All statements take whole batches. Locking is a statement of its own, in the
// order of ids; what follows works on locked rows.
import type { Contract } from '../domain/contracts/contract.ts';
import { nextDueAt } from '../domain/contracts/deadlines.ts';
import { decode, encode, listOfTexts, type Policies, textsOf } from './codec.ts';
import type { Sql } from './connection.ts';
import type { Row, Statement } from './driver/flights.ts';
import { stateOfText, stateText } from './state-text.ts';

/** How states of contracts are written. Raise it when an older state can no longer be read. */
export const CONTRACT_STATE = 2;

/** A state as it is kept, with the hash of its latest event. */
export type Kept<S> = { readonly state: S; readonly head: Uint8Array };

/** What `contractOfRow` needs to find in a row. */
export const contractRow =
  'id, version, state_version, state::text as state, terms::text as terms, head';

export function lockContracts(ids: readonly string[]): Statement {
  return {
    name: 'contracts-lock',
    text: `select ${contractRow} from contracts where id = any($1) order by id for update`,
    values: [ids],
  };
}

export function readContracts(ids: readonly string[]): Statement {
  return {
    name: 'contracts-read',
    text: `select ${contractRow} from contracts where id = any($1)`,
    values: [ids],
  };
}

/** Whether the row's state is written in a way that is not read any more. */
export function isOutdated(row: Row): boolean {
  return row.state_version !== CONTRACT_STATE;
}

export function contractOfRow(row: Row, policies: Policies): Kept<Contract> {
  const terms = decode<Contract['terms']>(String(row.terms), policies);
  const state = { ...stateOfText(String(row.state), policies), terms };
  return { state, head: row.head as Uint8Array };
}

function awaits(c: Contract): boolean {
  return c.charges.some(({ status }) => status === 'waiting' || status === 'timed_out');
}

/** What stands in the columns beside the state: all of it follows from the state. */
export function contractColumns(c: Contract) {
  return {
    version: c.version,
    client: c.client,
    freelancer: c.freelancer,
    currency: c.terms.currency,
    status: c.status,
    title: c.terms.title,
    latest_at: c.latestAt,
    next_due_at: nextDueAt(c),
    awaiting_provider: awaits(c),
  };
}

function changing(kept: readonly Kept<Contract>[]): readonly unknown[] {
  const columns = kept.map(({ state }) => contractColumns(state));
  return [
    kept.map(({ state }) => state.id),
    columns.map(({ version }) => version),
    columns.map(({ status }) => status),
    columns.map(({ title }) => title),
    columns.map(({ latest_at }) => latest_at),
    columns.map(({ next_due_at }) => next_due_at),
    columns.map(({ awaiting_provider }) => awaiting_provider),
    textsOf(kept.map(({ state }) => stateText(state))),
    kept.map(({ head }) => head),
  ];
}

const changingTypes = `$1::text[], $2::int[], $3::text[], $4::text[], $5::timestamptz[],
  $6::timestamptz[], $7::bool[], ${listOfTexts('$8')}::json[], $9::bytea[], ${listOfTexts('$10')}::json[]`;

export function insertContracts(kept: readonly Kept<Contract>[]): Statement {
  return {
    name: 'contracts-insert',
    text: `insert into contracts (id, version, status, title, latest_at, next_due_at,
        awaiting_provider, state, head, terms, client, freelancer, currency, state_version)
      select *, ${CONTRACT_STATE}
      from unnest(${changingTypes}, $11::text[], $12::text[], $13::text[])`,
    values: [
      ...changing(kept),
      textsOf(kept.map(({ state }) => encode(state.terms))),
      kept.map(({ state }) => state.client),
      kept.map(({ state }) => state.freelancer),
      kept.map(({ state }) => state.terms.currency),
    ],
  };
}

/** `sameTerms` is for those whose terms are as they are stored. */
export function updateContracts(
  kept: readonly (Kept<Contract> & { readonly sameTerms: boolean })[],
): Statement {
  return {
    name: 'contracts-update',
    text: `update contracts c set version = u.version, status = u.status, title = u.title,
        latest_at = u.latest_at, next_due_at = u.next_due_at,
        awaiting_provider = u.awaiting_provider, state = u.state, head = u.head,
        terms = coalesce(u.terms, c.terms),
        state_version = ${CONTRACT_STATE}
      from unnest(${changingTypes}) as u(id, version, status, title, latest_at, next_due_at,
        awaiting_provider, state, head, terms)
      where c.id = u.id`,
    values: [
      ...changing(kept),
      textsOf(kept.map(({ state, sameTerms }) => (sameTerms ? '' : encode(state.terms)))),
    ],
  };
}

/** Contracts that have a deadline at or before the moment, the longest overdue first. */
export function dueContracts(now: Temporal.Instant, most: number): Statement {
  return {
    name: 'contracts-due',
    text: `select id from contracts where next_due_at <= $1 order by next_due_at, id limit $2`,
    values: [now, most],
  };
}

/** What is due among all contracts of these persons and of the clients of these contracts. */
export function dueOfOwners(
  now: Temporal.Instant,
  persons: readonly string[],
  ofClients: readonly string[],
  ofFreelancers: readonly string[],
): Statement {
  return {
    name: 'contracts-due-of-owners',
    text: `with owners as (select unnest($2::text[]) as person
        union select client from contracts where id = any($3)
        union select freelancer from contracts where id = any($4))
      select id from contracts join owners on client = person where next_due_at <= $1
      union select id from contracts join owners on freelancer = person where next_due_at <= $1`,
    values: [now, persons, ofClients, ofFreelancers],
  };
}

/** Contracts with a charge that the payment provider has not answered. */
export async function awaitingContracts(
  sql: Sql,
  policies: Policies,
  after: string,
  most: number,
): Promise<readonly Contract[]> {
  const rows = await sql.named(
    'contracts-awaiting',
    `select ${contractRow} from contracts where awaiting_provider and id > $1 order by id limit $2`,
    [after, most],
  );
  return rows.map((row) => contractOfRow(row, policies).state);
}
