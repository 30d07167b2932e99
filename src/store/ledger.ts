// The ledger: movements of money, which are only ever added, and the balances of accounts that
// may not go below zero. The constraint on balances is the last word, whatever was decided.
import { type Account, accountKey } from '../domain/ledger/accounts.ts';
import type { Money } from '../domain/money/money.ts';
import type { Sql } from './connection.ts';
import type { Statement } from './driver/flights.ts';

export type PostingRow = {
  readonly stream: string;
  readonly seq: number;
  /** Counts the movements of one event, from 1. */
  readonly n: number;
  readonly from: Account;
  readonly to: Account;
  readonly amount: Money;
};

/** The accounts that commands on these contracts can move, made from their rows. */
const accountsOfContracts = `select unnest(array['contract.escrow ' || id || ' ' || currency,
    'contract.held ' || id || ' ' || currency,
    'client.available ' || client || ' ' || currency,
    'freelancer.pending ' || freelancer || ' ' || currency,
    'freelancer.available ' || freelancer || ' ' || currency])
  from contracts where id = any($1)`;

/** Locks the accounts of these contracts, and those named, in the order of their keys. */
export function lockAccounts(contracts: readonly string[], keys: readonly string[]): Statement {
  return {
    name: 'accounts-lock',
    text: `select key, balance from accounts where key = any(
      array(${accountsOfContracts} union select unnest($2::text[]))) order by key for update`,
    values: [contracts, keys],
  };
}

export function readAccounts(contracts: readonly string[], keys: readonly string[]): Statement {
  return {
    name: 'accounts-read',
    text: `select key, balance from accounts where key = any(
      array(${accountsOfContracts} union select unnest($2::text[])))`,
    values: [contracts, keys],
  };
}

export type BalanceChange = { readonly key: string; readonly change: bigint };

/** Locks accounts whose balances are about to change but need not be known. */
export function lockKeys(keys: readonly string[]): Statement {
  return {
    name: 'accounts-lock-keys',
    text: `select count(*) from
      (select from accounts where key = any($1) order by key for update) as locked`,
    values: [keys],
  };
}

/** Adds to accounts in the order of their keys, and opens those that are not there. */
export function creditAccounts(changes: readonly BalanceChange[]): Statement {
  return {
    name: 'accounts-credit',
    text: `insert into accounts as a (key, balance)
      select key, change from unnest($1::text[], $2::bigint[]) as u(key, change) order by key
      on conflict (key) do update set balance = a.balance + excluded.balance`,
    values: [changes.map(({ key }) => key), changes.map(({ change }) => change)],
  };
}

/** Takes from accounts. Divides by zero, and so ends the transaction, when one is not there. */
export function debitAccounts(changes: readonly BalanceChange[]): Statement {
  return {
    name: 'accounts-debit',
    text: `with debited as (update accounts a set balance = a.balance + u.change
        from unnest($1::text[], $2::bigint[]) as u(key, change) where a.key = u.key returning 1)
      select 1 / (count(*) = $3::int)::int from debited`,
    values: [changes.map(({ key }) => key), changes.map(({ change }) => change), changes.length],
  };
}

export function insertPostings(rows: readonly PostingRow[]): Statement {
  return {
    name: 'postings-insert',
    text: `insert into postings (stream, seq, n, from_account, to_account, amount)
      select * from unnest($1::text[], $2::int[], $3::int[], $4::text[], $5::text[], $6::bigint[])`,
    values: [
      rows.map((row) => row.stream),
      rows.map((row) => row.seq),
      rows.map((row) => row.n),
      rows.map((row) => accountKey(row.from)),
      rows.map((row) => accountKey(row.to)),
      rows.map((row) => row.amount.minor),
    ],
  };
}

/** Balances in minor units by account key; an account that is not there holds nothing. */
export async function readBalances(
  sql: Sql,
  keys: readonly string[],
): Promise<ReadonlyMap<string, bigint>> {
  const rows = await sql.named<{ key: string; balance: bigint }>(
    'accounts-of-keys',
    'select key, balance from accounts where key = any($1)',
    [keys],
  );
  return new Map(rows.map(({ key, balance }) => [key, balance]));
}

/** What all postings of an account sum to, in minor units: for those without a stored balance. */
export async function sumOfAccount(sql: Sql, key: string): Promise<bigint> {
  const [row] = await sql.named<{ sum: string }>(
    'postings-sum',
    `select (coalesce(sum(amount) filter (where to_account = $1), 0)
        - coalesce(sum(amount) filter (where from_account = $1), 0))::text as sum
      from postings where from_account = $1 or to_account = $1`,
    [key],
  );
  return BigInt(row?.sum ?? 0);
}
