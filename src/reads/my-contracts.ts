// The contracts of one person: what needs them, and the list, newest first and page by page.
// Pages go by the last one shown and not by numbers, so that nothing is shown twice or left out
// when something happens in between. An offer that was never sent does not exist for whom it was
// meant.
import type { Instant } from '../domain/calendar.ts';
import { canOf } from '../domain/contracts/allowed.ts';
import type { Contract } from '../domain/contracts/contract.ts';
import type { ContractView } from '../domain/contracts/seen/view.ts';
import { seenBy } from '../domain/contracts/seen-by.ts';
import type { Party } from '../domain/people.ts';
import type { Sql } from '../store/connection.ts';
import { byDeadline, type Need, needsOf } from './needs.ts';
import { actorOf, type Looker, mine, type Parties, partiesSeen, viewerOf } from './people.ts';
import { atOneMoment, type Desk, forecast, present, storedContracts } from './states.ts';

/** A contract in a list, for one of its parties. */
export type ContractCard = {
  readonly party: Party;
  /** Texts are left out of it, so that a list reads none. */
  readonly view: ContractView;
  readonly parties: Parties;
  readonly needs: readonly Need[];
};

export type NeedOfMine = Need & { readonly card: ContractCard };

export type ContractsPage = {
  readonly cards: readonly ContractCard[];
  /** The cursor of the next page, or null when this was the last one. */
  readonly next: string | null;
};

/** Which ones: those in which something may still be decided or paid, and the others. */
export type Which = 'all' | 'offers' | 'active' | 'over';

export type ContractsAsked = {
  readonly which: Which;
  readonly limit: number;
  readonly cursor?: string;
};

/** The most contracts that are looked through for what needs somebody. */
const mostAtOnce = 500;

const statuses: Readonly<Record<Which, readonly string[]>> = {
  all: ['unsent', 'offered', 'declined', 'withdrawn', 'expired', 'active', 'ended'],
  offers: ['unsent', 'offered'],
  active: ['active'],
  over: ['declined', 'withdrawn', 'expired', 'ended'],
};

/** Everything that needs somebody, over all their contracts, the soonest deadline first. */
export async function needsOfMine(
  desk: Desk,
  looker: Looker,
  now: Instant,
): Promise<readonly NeedOfMine[]> {
  return atOneMoment(desk, async (sql) => {
    const open = `where ${mine} and (c.next_due_at is not null or c.status = 'active')
      order by c.next_due_at nulls last, c.id limit ${mostAtOnce}`;
    const stored = await storedContracts(desk, sql, open, [looker.id]);
    const cards = await cardsOf(sql, stored, looker, now);
    return cards
      .flatMap((card) => card.needs.map((need) => ({ ...need, card })))
      .sort((a, b) => byDeadline(a.next, b.next));
  });
}

/** One page of somebody's contracts; null when the cursor is none of ours. */
export async function contractsOfMine(
  desk: Desk,
  looker: Looker,
  asked: ContractsAsked,
  now: Instant,
): Promise<ContractsPage | null> {
  const from = asked.cursor === undefined ? null : readCursor(asked.cursor);
  if (asked.cursor !== undefined && from === null) return null;
  return atOneMoment(desk, async (sql) => {
    const rest = `where ${mine} and c.status = any($2)
      and ($3::timestamptz is null or (c.latest_at, c.id) < ($3::timestamptz, $4::text))
      order by c.latest_at desc, c.id desc limit $5`;
    const values = [looker.id, statuses[asked.which], from?.at ?? null, from?.id ?? null];
    const stored = await storedContracts(desk, sql, rest, [...values, asked.limit + 1]);
    const shown = stored.slice(0, asked.limit);
    const last = stored.length > asked.limit ? shown.at(-1) : undefined;
    const next = last === undefined ? null : cursorOf(last);
    return { cards: await cardsOf(sql, shown, looker, now), next };
  });
}

async function cardsOf(
  sql: Sql,
  stored: readonly Contract[],
  looker: Looker,
  now: Instant,
): Promise<readonly ContractCard[]> {
  const people = stored.flatMap(({ client, freelancer }) => [client, freelancer]);
  const person = await partiesSeen(sql, people);
  return stored.flatMap((one): ContractCard[] => {
    const contract = present(one, now).state;
    const viewer = viewerOf(contract, looker);
    if (viewer !== 'client' && viewer !== 'freelancer') return [];
    const view = seenBy(viewer, contract, () => null, forecast(contract, now));
    if (view === null) return [];
    const can = canOf(contract, actorOf(viewer, looker), now);
    const parties = { client: person(contract.client), freelancer: person(contract.freelancer) };
    return [{ party: viewer, view, parties, needs: needsOf(view, viewer, can, now) }];
  });
}

type Cursor = { readonly at: string; readonly id: string };

function cursorOf({ latestAt, id }: Contract): string {
  return Buffer.from(`${latestAt} ${id}`).toString('base64url');
}

function readCursor(cursor: string): Cursor | null {
  const text = Buffer.from(cursor, 'base64url').toString();
  // Ours are of this time; a database knows no year 0000.
  const match = /^([12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z) ([a-z0-9_]{1,60})$/.exec(
    text,
  );
  if (match === null || Number.isNaN(epochOf(match[1] ?? ''))) return null;
  return { at: match[1] ?? '', id: match[2] ?? '' };
}

function epochOf(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return Number.NaN;
    throw error;
  }
}
