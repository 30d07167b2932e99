// Reads everything that a batch needs, in one flight: first advisory locks on all its streams in
// one order for all processes, then the rows, then the accounts, then keys and texts, which must
// be read by statements of their own after the locks. Advisory locks come first because a row
// lock assigns the transaction's number: two transactions that touch one stream then have their
// numbers in the order in which they write to it, and the feed can be read in that order.

import type { Contract } from '../../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../../domain/contracts/events.ts';
import { evolve } from '../../domain/contracts/evolve.ts';
import type { Account } from '../../domain/ledger/accounts.ts';
import type { WalletEvent } from '../../domain/wallets/events.ts';
import { evolveWallet } from '../../domain/wallets/evolve.ts';
import { emptyWallet, type Wallet } from '../../domain/wallets/wallet.ts';
import { UnknownPolicy } from '../../store/codec.ts';
import { commandOfRow, readCommands } from '../../store/commands.ts';
import type { Session } from '../../store/connection.ts';
import * as contractRows from '../../store/contracts.ts';
import type { Row, Statement } from '../../store/driver/flights.ts';
import { eventOfRow, readRanges } from '../../store/events.ts';
import { lockAccounts, readAccounts } from '../../store/ledger.ts';
import { type PolicyBook, readPolicies } from '../../store/policies.ts';
import * as walletRows from '../../store/wallets.ts';
import type { Clock } from '../clock.ts';
import { type Needs, needsOf, type Task } from '../tasks.ts';
import { World } from '../world.ts';

/** More contracts of an owner are due than had been found before the locks. */
export class MoreIsDue {
  readonly due: readonly string[];

  constructor(due: readonly string[]) {
    this.due = due;
  }
}

export type Reader = {
  readonly session: Session;
  readonly clock: Clock;
  readonly book: PolicyBook;
  readonly keepsBalance: (account: Account) => boolean;
  /** A preview locks nothing and writes nothing. */
  readonly locks: boolean;
};

const begin: Statement = { name: 'begin', text: 'begin' };
const beginReading: Statement = { text: 'begin isolation level repeatable read read only' };

function lockStreams(ids: readonly string[]): Statement {
  return {
    name: 'streams-lock',
    text: `select pg_advisory_xact_lock(number) from
      (select distinct hashtextextended(id, 0) as number from unnest($1::text[]) as id
       order by number) as numbers`,
    values: [ids],
  };
}

/** Business time has whole milliseconds, which every column and every hash keeps exactly. */
export function nowOf(clock: Clock): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(clock.now().epochMilliseconds);
}

/** Everything that these tasks look at. Leaves the transaction open, whatever it finds. */
export async function readWorld(
  reader: Reader,
  tasks: readonly Task[],
  alsoDue: readonly string[],
): Promise<World | MoreIsDue> {
  const due = await dueNow(reader, needsOf(tasks, []));
  const needs = needsOf(tasks, [...due, ...alsoDue]);
  const rows = await readRows(reader, needs);
  const now = nowOf(reader.clock);
  if (readsBalances(needs)) {
    const again = await dueAt(reader, needs, now);
    const more = again.filter((id) => !needs.contracts.has(id));
    if (more.length > 0) return new MoreIsDue(more);
    return worldOf(reader, rows, now, again);
  }
  return worldOf(reader, rows, now, null);
}

function readsBalances(needs: Needs): boolean {
  const { owners, payingContracts, earningContracts } = needs;
  return owners.size + payingContracts.size + earningContracts.size > 0;
}

async function dueNow(reader: Reader, needs: Needs): Promise<readonly string[]> {
  return readsBalances(needs) ? dueAt(reader, needs, nowOf(reader.clock)) : [];
}

async function dueAt({ session }: Reader, needs: Needs, now: Temporal.Instant) {
  const statement = contractRows.dueOfOwners(
    now,
    [...needs.owners],
    [...needs.payingContracts],
    [...needs.earningContracts],
  );
  const [rows = []] = await session.flight([statement]);
  return rows.map((row) => String(row.id));
}

type Rows = { readonly [K in 'contracts' | 'wallets' | 'accounts' | 'commands' | 'payers']: Row[] };

async function readRows({ session, locks }: Reader, needs: Needs): Promise<Rows> {
  const contracts = [...needs.contracts];
  const wallets = [...needs.wallets];
  const accounts = [...needs.accounts];
  const { lockContracts, readContracts } = contractRows;
  const { lockWallets, readWallets, readPayers } = walletRows;
  const plan: Partial<Record<keyof Rows, Statement>> = {};
  if (contracts.length > 0) plan.contracts = (locks ? lockContracts : readContracts)(contracts);
  if (wallets.length > 0) plan.wallets = (locks ? lockWallets : readWallets)(wallets);
  if (needs.keys.length > 0) plan.commands = readCommands(needs.keys);
  if (readsBalances(needs)) {
    plan.accounts = (locks ? lockAccounts : readAccounts)(contracts, accounts);
    plan.payers = readPayers(
      [...needs.payingContracts],
      [...needs.earningContracts],
      [...needs.payingWallets],
    );
  }
  const before = locks ? [begin, lockStreams([...contracts, ...wallets])] : [beginReading];
  const answers = await session.flight([...before, ...Object.values(plan)]);
  const found: Rows = { contracts: [], wallets: [], accounts: [], commands: [], payers: [] };
  for (const [index, name] of (Object.keys(plan) as (keyof Rows)[]).entries()) {
    found[name].push(...(answers[before.length + index] ?? []));
  }
  return found;
}

async function worldOf(
  reader: Reader,
  rows: Rows,
  now: Temporal.Instant,
  due: readonly string[] | null,
): Promise<World> {
  const refolded = await refold(reader, [...rows.contracts, ...rows.wallets]);
  const contracts = () =>
    rows.contracts.map((row) => refolded.contract(row) ?? contractOfRow(row, reader.book));
  const wallets = (list: readonly Row[]) =>
    list.map((row) => refolded.wallet(row) ?? walletRows.walletOfRow(row, reader.book));
  const build = () =>
    new World({
      now,
      contracts: byId(contracts()),
      wallets: byId(wallets(rows.wallets)),
      payers: byId(wallets(rows.payers)),
      balances: due === null ? null : balancesOf(rows.accounts),
      commands: rows.commands.map(commandOfRow),
      due: due ?? [],
      keepsBalance: reader.keepsBalance,
    });
  return withPolicies(reader, build);
}

const { contractOfRow } = contractRows;

function balancesOf(rows: readonly Row[]): ReadonlyMap<string, bigint> {
  return new Map(rows.map((row) => [String(row.key), row.balance as bigint]));
}

function byId<K extends contractRows.Kept<{ readonly id: string }>>(kept: readonly K[]) {
  return new Map(kept.map((one) => [one.state.id, one]));
}

/** Does it again with all policies at hand when one was missing: another process wrote it. */
export async function withPolicies<T>(
  { session, book }: Pick<Reader, 'session' | 'book'>,
  work: () => T,
): Promise<T> {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UnknownPolicy)) throw error;
    const [rows = []] = await session.flight([readPolicies]);
    book.addRows(rows);
    return work();
  }
}

/** States that were written in an older way, folded from their events again. */
async function refold(reader: Reader, rows: readonly Row[]) {
  const old = rows.filter((row) =>
    String(row.id).startsWith('wal_')
      ? walletRows.isOutdatedWallet(row)
      : contractRows.isOutdated(row),
  );
  const events = old.length === 0 ? [] : await eventsOf(reader, old);
  const of = (row: Row) => events.filter((event) => event.stream === row.id);
  return {
    contract: (row: Row) => (old.includes(row) ? folded(reader, row, of(row)) : undefined),
    wallet: (row: Row) => (old.includes(row) ? foldedWallet(reader, row, of(row)) : undefined),
  };
}

async function eventsOf(reader: Reader, old: readonly Row[]): Promise<Row[]> {
  const ranges = old.map((row) => ({ stream: String(row.id), first: 1, last: 2 ** 31 - 1 }));
  const [rows = []] = await reader.session.flight([readRanges(ranges)]);
  return rows;
}

function folded(reader: Reader, row: Row, events: readonly Row[]) {
  let state: Contract | null = null;
  for (const event of events) {
    const happened: Happened<ContractEvent> = eventOfRow(event, reader.book);
    state = evolve(state, happened, String(row.id));
  }
  return { state: state as unknown as Contract, head: row.head as Uint8Array, refolded: true };
}

function foldedWallet(reader: Reader, row: Row, events: readonly Row[]): contractRows.Kept<Wallet> {
  const { person, currency } = JSON.parse(String(row.state)) as Wallet;
  let state = emptyWallet(person, currency);
  for (const event of events) {
    const happened: Happened<WalletEvent> = eventOfRow(event, reader.book);
    state = evolveWallet(state, happened);
  }
  return { state, head: row.head as Uint8Array };
}
