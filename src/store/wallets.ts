// The rows of wallets: like those of contracts, but a wallet that nothing has happened to yet has
// no row. Balances are not here; they are accounts of the ledger.
import { walletNextDueAt } from '../domain/wallets/deadlines.ts';
import type { Wallet } from '../domain/wallets/wallet.ts';
import { decode, encode, listOfTexts, type Policies, textsOf } from './codec.ts';
import type { Sql } from './connection.ts';
import type { Kept } from './contracts.ts';
import type { Row, Statement } from './driver/flights.ts';

/** How states of wallets are written. Raise it when an older state can no longer be read. */
export const WALLET_STATE = 1;

const kept = 'id, version, state_version, state::text as state, head';

export function lockWallets(ids: readonly string[]): Statement {
  return {
    name: 'wallets-lock',
    text: `select ${kept} from wallets where id = any($1) order by id for update`,
    values: [ids],
  };
}

export function readWallets(ids: readonly string[]): Statement {
  return {
    name: 'wallets-read',
    text: `select ${kept} from wallets where id = any($1)`,
    values: [ids],
  };
}

/** The wallets of the clients of these contracts, of the freelancers of those; these besides. */
export function readPayers(
  ofClients: readonly string[],
  ofFreelancers: readonly string[],
  ids: readonly string[],
): Statement {
  return {
    name: 'wallets-of-payers',
    text: `select ${kept} from wallets where id = any($3) or (person, currency) in
      (select client, currency from contracts where id = any($1)
        union select freelancer, currency from contracts where id = any($2))`,
    values: [ofClients, ofFreelancers, ids],
  };
}

export function isOutdatedWallet(row: Row): boolean {
  return row.state_version !== WALLET_STATE;
}

export function walletOfRow(row: Row, policies: Policies): Kept<Wallet> {
  return { state: decode<Wallet>(String(row.state), policies), head: row.head as Uint8Array };
}

function awaits(wallet: Wallet): boolean {
  const open = ['waiting', 'timed_out'];
  return [...wallet.deposits, ...wallet.payouts].some(({ status }) => open.includes(status));
}

/** What stands in the columns beside the state: all of it follows from the state. */
export function walletColumns(wallet: Wallet) {
  return {
    version: wallet.version,
    person: wallet.person,
    currency: wallet.currency,
    latest_at: wallet.latestAt,
    next_due_at: walletNextDueAt(wallet),
    awaiting_provider: awaits(wallet),
  };
}

function changing(kept: readonly Kept<Wallet>[]): readonly unknown[] {
  const columns = kept.map(({ state }) => walletColumns(state));
  return [
    kept.map(({ state }) => state.id),
    columns.map(({ version }) => version),
    columns.map(({ latest_at }) => latest_at),
    columns.map(({ next_due_at }) => next_due_at),
    columns.map(({ awaiting_provider }) => awaiting_provider),
    textsOf(kept.map(({ state }) => encode(state))),
    kept.map(({ head }) => head),
  ];
}

const changingTypes = `$1::text[], $2::int[], $3::timestamptz[], $4::timestamptz[], $5::bool[],
  ${listOfTexts('$6')}::json[], $7::bytea[]`;

export function insertWallets(kept: readonly Kept<Wallet>[]): Statement {
  return {
    name: 'wallets-insert',
    text: `insert into wallets (id, version, latest_at, next_due_at, awaiting_provider, state, head,
        person, currency, state_version)
      select *, ${WALLET_STATE} from unnest(${changingTypes}, $8::text[], $9::text[])`,
    values: [
      ...changing(kept),
      kept.map(({ state }) => state.person),
      kept.map(({ state }) => state.currency),
    ],
  };
}

export function updateWallets(kept: readonly Kept<Wallet>[]): Statement {
  return {
    name: 'wallets-update',
    text: `update wallets w set version = u.version, latest_at = u.latest_at,
        next_due_at = u.next_due_at, awaiting_provider = u.awaiting_provider, state = u.state,
        head = u.head, state_version = ${WALLET_STATE}
      from unnest(${changingTypes}) as u(id, version, latest_at, next_due_at, awaiting_provider,
        state, head)
      where w.id = u.id`,
    values: changing(kept),
  };
}

/** Wallets that have a deadline at or before the moment, the longest overdue first. */
export function dueWallets(now: Temporal.Instant, most: number): Statement {
  return {
    name: 'wallets-due',
    text: `select id from wallets where next_due_at <= $1 order by next_due_at, id limit $2`,
    values: [now, most],
  };
}

/** Wallets with a deposit or payout that the payment provider has not answered. */
export async function awaitingWallets(
  sql: Sql,
  policies: Policies,
  after: string,
  most: number,
): Promise<readonly Wallet[]> {
  const rows = await sql.named(
    'wallets-awaiting',
    `select ${kept} from wallets where awaiting_provider and id > $1 order by id limit $2`,
    [after, most],
  );
  return rows.map((row) => walletOfRow(row, policies).state);
}
