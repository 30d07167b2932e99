// What people have, and what the platform has, as a story asks for it: by the stored balances,
// and by sums of postings for what has no stored balance.
import type { Currency } from '../../domain/money/currencies.ts';
import { money, toDecimal } from '../../domain/money/money.ts';
import type { Inhabitant, StoryWorld } from './story-world.ts';

export type Balances = Readonly<Record<string, string>>;

/** Client and freelancer in one: the names do not collide but for what is available. */
export async function balancesOf(world: StoryWorld, person: Inhabitant): Promise<Balances> {
  const { id, currency } = person;
  const text = (minor: bigint) => toDecimal(money(minor, currency));
  const kept = async (kind: string) => stored(world, `${kind} ${id} ${currency}`);
  const clientAvailable = await kept('client.available');
  const pending = await kept('freelancer.pending');
  const leaving = (await kept('client.leaving')) + (await kept('freelancer.leaving'));
  const freelancerAvailable = await kept('freelancer.available');
  return {
    available: text(clientAvailable + freelancerAvailable),
    charged: text(await chargedTo(world, id, currency)),
    owed: text(0n),
    pending: text(pending),
    held: text(0n),
    leaving: text(leaving),
    withdrawn: text(await withdrawnBy(world, id, currency)),
  };
}

async function stored(world: StoryWorld, key: string): Promise<bigint> {
  const [row] = await world.db.query<{ balance: bigint }>(
    'select balance from accounts where key = $1',
    [key],
  );
  return BigInt(row?.balance ?? 0n);
}

/** What contracts have taken from somebody's card; deposits are not among it. */
async function chargedTo(world: StoryWorld, id: string, currency: Currency): Promise<bigint> {
  return sumOf(
    world,
    `select sum(amount)::text as sum from postings p join contracts c on c.id = p.stream
      where c.client = $1 and p.from_account = $2`,
    [id, `outside - ${currency}`],
  );
}

/** What has arrived at the bank. */
async function withdrawnBy(world: StoryWorld, id: string, currency: Currency): Promise<bigint> {
  return sumOf(
    world,
    `select sum(amount)::text as sum from postings
      where from_account = any($1) and to_account = $2`,
    [
      [`freelancer.leaving ${id} ${currency}`, `client.leaving ${id} ${currency}`],
      `outside - ${currency}`,
    ],
  );
}

async function sumOf(world: StoryWorld, text: string, values: readonly unknown[]): Promise<bigint> {
  const [row] = await world.db.query<{ sum: string | null }>(text, values);
  return BigInt(row?.sum ?? '0');
}

/** The platform's own money, and what it holds for everybody else. */
export async function platformBalances(world: StoryWorld): Promise<Balances> {
  const currency = platformCurrency(world);
  const text = (minor: bigint) => toDecimal(money(minor, currency));
  const fees = await sumOf(
    world,
    `select sum(case when to_account = $1 then amount else -amount end)::text as sum
      from postings where $1 in (from_account, to_account)`,
    [`platform.fees - ${currency}`],
  );
  const held = await sumOf(
    world,
    `select sum(balance)::text as sum from accounts where key like '% ' || $1`,
    [currency],
  );
  return { fees: text(fees), protection: text(0n), held_for_others: text(held) };
}

/** The one currency of everybody in the story, or dollars. */
export function platformCurrency(world: StoryWorld): Currency {
  const [only, another] = new Set([...world.people.values()].map((person) => person.currency));
  return only !== undefined && another === undefined ? only : 'USD';
}
