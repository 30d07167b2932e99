// States of contracts and wallets for looking at: read, decoded, and caught up in memory to the
// moment of looking, so that a page shows what silence has done although no worker has written it
// yet. Nothing here locks or writes.
import { type Instant, later } from '../domain/calendar.ts';
import type { Contract } from '../domain/contracts/contract.ts';
import type { ContractEvent } from '../domain/contracts/events.ts';
import { evolve } from '../domain/contracts/evolve.ts';
import { type Foreseen, forecastOf } from '../domain/forecast.ts';
import { givenToLook } from '../domain/given.ts';
import { zero } from '../domain/money/money.ts';
import { type ContractStep, caughtUp } from '../domain/step.ts';
import { walletCaughtUp } from '../domain/wallets/consequences.ts';
import type { WalletEvent } from '../domain/wallets/events.ts';
import { evolveWallet } from '../domain/wallets/evolve.ts';
import { emptyWallet, type Wallet, walletId } from '../domain/wallets/wallet.ts';
import { UnknownPolicy } from '../store/codec.ts';
import type { Database, Sql } from '../store/connection.ts';
import { contractOfRow, contractRow, isOutdated } from '../store/contracts.ts';
import type { Row } from '../store/driver/flights.ts';
import { readEvents } from '../store/events.ts';
import { loadPolicies, type PolicyBook } from '../store/policies.ts';
import { isOutdatedWallet, readWallets, walletOfRow } from '../store/wallets.ts';

/** What every read works with: the database, and the policies that states refer to. */
export type Desk = { readonly db: Database; readonly book: PolicyBook };

/** Statements that all see the database at the same moment. */
export async function atOneMoment<T>({ db }: Desk, look: (sql: Sql) => Promise<T>): Promise<T> {
  return db.tx(async (sql) => {
    await sql.query('set transaction isolation level repeatable read, read only');
    return look(sql);
  });
}

/** Does it again with all policies at hand when one was missing. */
export async function withPolicies<T>(desk: Desk, sql: Sql, work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UnknownPolicy)) throw error;
    await loadPolicies(sql, desk.book);
    return work();
  }
}

/** Contracts as they are stored. `rest` follows "from contracts c" and is a text of our own. */
export async function storedContracts(
  desk: Desk,
  sql: Sql,
  rest: string,
  values: readonly unknown[],
): Promise<readonly Contract[]> {
  const rows = await sql.query(`select ${contractRow} from contracts c ${rest}`, values);
  return Promise.all(rows.map((row) => contractFrom(desk, sql, row)));
}

/** An older way of writing a state is not read: the contract is folded from its events again. */
async function contractFrom(desk: Desk, sql: Sql, row: Row): Promise<Contract> {
  if (!isOutdated(row)) return withPolicies(desk, sql, () => contractOfRow(row, desk.book).state);
  await loadPolicies(sql, desk.book);
  const id = String(row.id);
  const events = await readEvents<ContractEvent>(sql, desk.book, id);
  const fold = (state: Contract | null, one: (typeof events)[number]) => evolve(state, one, id);
  return events.reduce<Contract | null>(fold, null) as Contract;
}

/** What silence has done to a contract by now, on top of what is stored. */
export function present(contract: Contract, now: Instant): ContractStep {
  return caughtUp(contract, later(now, contract.latestAt));
}

/** What silence will do from here. Nothing in a forecast asks for a balance. */
export function forecast(contract: Contract, now: Instant): readonly Foreseen[] {
  const at = later(now, contract.latestAt);
  return forecastOf(contract, givenToLook(at, contract.terms.policy, zero));
}

/** Somebody's wallet as it is now; an empty one before anything has happened to it. */
export async function presentWallet(
  desk: Desk,
  sql: Sql,
  person: string,
  currency: string,
  now: Instant,
): Promise<Wallet> {
  const { text, values } = readWallets([walletId(person, currency)]);
  const [row] = await sql.query(text, values ?? []);
  if (row === undefined) return emptyWallet(person, currency);
  const stored = isOutdatedWallet(row)
    ? (await readEvents<WalletEvent>(sql, desk.book, String(row.id))).reduce(
        evolveWallet,
        emptyWallet(person, currency),
      )
    : walletOfRow(row, desk.book).state;
  return walletCaughtUp(stored, later(now, stored.latestAt)).state;
}

/** What silence has done to all contracts of a person in a currency, and nobody has written yet. */
export async function unwritten(
  desk: Desk,
  sql: Sql,
  person: string,
  currency: string,
  now: Instant,
): Promise<readonly { readonly contract: Contract; readonly step: ContractStep }[]> {
  const due = 'where (client = $1 or freelancer = $1) and currency = $2 and next_due_at <= $3';
  const contracts = await storedContracts(desk, sql, due, [person, currency, now]);
  return contracts.map((contract) => ({ contract, step: present(contract, now) }));
}
