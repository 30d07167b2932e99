// Somebody's money in one currency: what is where, in both roles, and the payment methods. The
// balances are those of the ledger, and what silence has moved since is added, so that they are
// the same whether or not a worker has been there.
import type { Instant } from '../domain/calendar.ts';
import { type AccountKind, accountKey } from '../domain/ledger/accounts.ts';
import { digitsOf } from '../domain/money/currencies.ts';
import { money, toDecimal } from '../domain/money/money.ts';
import {
  type Deposit,
  type PaymentMethod,
  type Payout,
  walletId,
} from '../domain/wallets/wallet.ts';
import type { Sql } from '../store/connection.ts';
import { readBalances, sumOfAccount } from '../store/ledger.ts';
import { atOneMoment, type Desk, presentWallet, unwritten } from './states.ts';

export type Balances = {
  readonly client: {
    readonly available: string;
    /** On its way to a bank account. */
    readonly leaving: string;
    /** What was charged to payment methods for contracts, beside deposits. */
    readonly charged: string;
    readonly owed: string;
    readonly withdrawn: string;
  };
  readonly freelancer: {
    readonly pending: string;
    readonly available: string;
    readonly leaving: string;
    readonly held: string;
    readonly withdrawn: string;
  };
};

/** What a transfer was, with its amount as text. */
type Shown<T extends Deposit | Payout> = Omit<T, 'amount' | 'requestedAt'> & {
  readonly amount: string;
  readonly requested: string;
};

export type WalletSeen = {
  readonly currency: string;
  readonly balances: Balances;
  /** Without what the payment provider knows them by. */
  readonly methods: readonly Omit<PaymentMethod, 'token'>[];
  readonly deposits: readonly Shown<Deposit>[];
  readonly payouts: readonly Shown<Payout>[];
};

/** Null when there is no such currency. */
export async function walletSeen(
  desk: Desk,
  person: string,
  currency: string,
  now: Instant,
): Promise<WalletSeen | null> {
  if (digitsOf(currency) === undefined) return null;
  return atOneMoment(desk, async (sql) => {
    const wallet = await presentWallet(desk, sql, person, currency, now);
    const shown = <T extends Deposit | Payout>({ amount, requestedAt, ...rest }: T) =>
      ({ ...rest, amount: toDecimal(amount), requested: `${requestedAt}` }) as unknown as Shown<T>;
    return {
      currency,
      balances: await balancesOf(desk, sql, person, currency, now),
      methods: wallet.methods.map(({ token: _, ...method }) => method),
      deposits: wallet.deposits.map(shown<Deposit>),
      payouts: wallet.payouts.map(shown<Payout>),
    };
  });
}

const kinds = [
  'client.available',
  'client.leaving',
  'freelancer.pending',
  'freelancer.available',
  'freelancer.leaving',
] as const satisfies readonly AccountKind[];

async function balancesOf(
  desk: Desk,
  sql: Sql,
  person: string,
  currency: string,
  now: Instant,
): Promise<Balances> {
  const key = (kind: AccountKind) => accountKey({ kind, owner: person, currency });
  const balances = new Map(await readBalances(sql, kinds.map(key)));
  for (const { step } of await unwritten(desk, sql, person, currency, now)) {
    for (const { from, to, amount } of step.postings) {
      const change = (account: string, by: bigint) =>
        balances.set(account, (balances.get(account) ?? 0n) + by);
      change(accountKey(from), -amount.minor);
      change(accountKey(to), amount.minor);
    }
  }
  const text = (minor: bigint) => toDecimal(money(minor, currency));
  const of = (kind: AccountKind) => text(balances.get(key(kind)) ?? 0n);
  const moved = await movedOutside(sql, person, currency);
  return {
    client: {
      available: of('client.available'),
      leaving: of('client.leaving'),
      charged: text(moved.charged),
      owed: text(0n),
      withdrawn: text(moved.client),
    },
    freelancer: {
      pending: of('freelancer.pending'),
      available: of('freelancer.available'),
      leaving: of('freelancer.leaving'),
      held: text(0n),
      withdrawn: text(moved.freelancer),
    },
  };
}

type Moved = { readonly charged: bigint; readonly client: bigint; readonly freelancer: bigint };

/** What came from cards for contracts, and what went to bank accounts, in minor units. */
async function movedOutside(sql: Sql, person: string, currency: string): Promise<Moved> {
  const [row] = await sql.query<Record<keyof Moved, string>>(
    `select
       (select coalesce(sum(p.amount), 0)::text from contracts c
        join postings p on p.stream = c.id and p.from_account = 'outside - ' || c.currency
        where c.client = $1 and c.currency = $2) as charged,
       (select coalesce(sum(amount), 0)::text from postings
        where stream = $3 and from_account = $4 and to_account like 'outside %') as client,
       (select coalesce(sum(amount), 0)::text from postings
        where stream = $3 and from_account = $5 and to_account like 'outside %') as freelancer`,
    [
      person,
      currency,
      walletId(person, currency),
      accountKey({ kind: 'client.leaving', owner: person, currency }),
      accountKey({ kind: 'freelancer.leaving', owner: person, currency }),
    ],
  );
  return {
    charged: BigInt(row?.charged ?? 0),
    client: BigInt(row?.client ?? 0),
    freelancer: BigInt(row?.freelancer ?? 0),
  };
}

/** The currencies in which somebody has or had money or contracts, in alphabetical order. */
export async function currenciesOf(desk: Desk, person: string): Promise<readonly string[]> {
  const rows = await desk.db.query<{ currency: string }>(
    `select currency from wallets where person = $1
     union select currency from contracts c
       where client = $1 or (freelancer = $1 and c.state->>'sentAt' is not null)
     order by currency`,
    [person],
  );
  return rows.map(({ currency }) => currency);
}

export type PlatformBalances = {
  readonly fees: string;
  readonly protection: string;
  /** All that persons and contracts have. */
  readonly held_for_others: string;
};

/** What is written: deadlines that have passed and that nobody has applied are not in it. */
export async function platformBalances(desk: Desk, currency: string): Promise<PlatformBalances> {
  return atOneMoment(desk, async (sql) => {
    const fees = await sumOfAccount(sql, `platform.fees - ${currency}`);
    const [row] = await sql.query<{ sum: string }>(
      `select coalesce(sum(balance), 0)::text as sum from accounts where key like '% ' || $1`,
      [currency],
    );
    const text = (minor: bigint) => toDecimal(money(minor, currency));
    return { fees: text(fees), protection: text(0n), held_for_others: text(BigInt(row?.sum ?? 0)) };
  });
}
