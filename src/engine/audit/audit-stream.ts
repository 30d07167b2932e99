// The audit of one contract or wallet: its chain of hashes, its state folded anew from its events,
// the columns beside the state, and the movements of money derived anew. It looks at rows and
// says what is wrong with them; it reads nothing and repairs nothing.
import { isBefore } from '../../domain/calendar.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../../domain/contracts/events.ts';
import { evolve } from '../../domain/contracts/evolve.ts';
import { accountKey } from '../../domain/ledger/accounts.ts';
import { type Posting, postingsOf, walletPostingsOf } from '../../domain/ledger/postings.ts';
import type { WalletEvent } from '../../domain/wallets/events.ts';
import { evolveWallet } from '../../domain/wallets/evolve.ts';
import { emptyWallet, type Wallet } from '../../domain/wallets/wallet.ts';
import { canonical, type Policies } from '../../store/codec.ts';
import { CONTRACT_STATE, contractColumns, contractOfRow } from '../../store/contracts.ts';
import type { Row } from '../../store/driver/flights.ts';
import { beginning, type EventRow, eventOfRow, hashOf } from '../../store/events.ts';
import { WALLET_STATE, walletColumns, walletOfRow } from '../../store/wallets.ts';

export const findingKinds = [
  'event_missing',
  'event_changed',
  'event_out_of_order',
  'event_without_stream',
  'chain_head_differs',
  'state_differs',
  'column_differs',
  'posting_differs',
  'posting_without_stream',
  'balance_differs',
  'balance_below_zero',
  'text_missing',
  'text_changed',
  'file_missing',
  'file_changed',
  'policy_changed',
  'command_without_events',
  'history_is_not_protected',
  'unreadable',
] as const;

export type Finding = {
  readonly kind: (typeof findingKinds)[number];
  /** The stream, account, text or table that it is about. */
  readonly about: string;
  readonly detail: string;
};

export type StreamRows = {
  readonly row: Row;
  /** In the order of seq. */
  readonly events: readonly Row[];
  readonly postings: readonly Row[];
};

type Report = (kind: Finding['kind'], detail: string) => void;

/** Everything that is wrong with a contract or a wallet. */
export function findingsOf(rows: StreamRows, policies: Policies): readonly Finding[] {
  const about = String(rows.row.id);
  const findings: Finding[] = [];
  const report: Report = (kind, detail) => {
    findings.push({ kind, about, detail });
  };
  checkChain(rows, report);
  if (findings.some(({ kind }) => kind === 'event_missing')) return findings;
  try {
    const folded = about.startsWith('wal_')
      ? foldedWallet(rows, policies)
      : foldedContract(rows, policies);
    checkState(rows.row, folded, policies, report);
    checkPostings(rows.postings, folded.postings, report);
  } catch (error) {
    report('unreadable', error instanceof Error ? error.message : String(error));
  }
  return findings;
}

const epoch = Temporal.Instant.fromEpochMilliseconds(0);

/** Each event follows the one before it, in number, in time, in transaction and in hash. */
function checkChain({ row, events }: StreamRows, report: Report): void {
  let before = { seq: 0, head: beginning, at: epoch, xid: 0n };
  for (const event of events) {
    const one = event as unknown as EventRow & { xid: string };
    if (one.seq !== before.seq + 1) report('event_missing', `event ${before.seq + 1} is not there`);
    if (isBefore(one.at, before.at) || BigInt(one.xid) < before.xid) {
      report(
        'event_out_of_order',
        `event ${one.seq} was written or dated before the one before it`,
      );
    }
    if (!same(hashOf(one, before.head), one.hash)) {
      report('event_changed', `event ${one.seq} is not what was hashed`);
    }
    before = { seq: one.seq, head: one.hash, at: one.at, xid: BigInt(one.xid) };
  }
  if (Number(row.version) > before.seq) {
    report('event_missing', `event ${before.seq + 1} of ${row.version} is not there`);
  } else if (!same(before.head, row.head as Uint8Array)) {
    report('chain_head_differs', 'the row names another hash than the latest event');
  }
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

type Derived = Posting & { readonly seq: number };
type Folded = {
  readonly state: Contract | Wallet | null;
  readonly postings: readonly Derived[];
  readonly columns: Readonly<Record<string, unknown>>;
};

function foldedContract({ row, events }: StreamRows, policies: Policies): Folded {
  let state: Contract | null = null;
  const postings: Derived[] = [];
  for (const event of events) {
    const happened: Happened<ContractEvent> = eventOfRow(event, policies);
    const after: Contract = evolve(state, happened, String(row.id));
    state = after;
    for (const one of postingsOf(after, happened.event)) postings.push({ ...one, ...happened });
  }
  return { state, postings, columns: state === null ? {} : contractColumns(state) };
}

function foldedWallet({ row, events }: StreamRows, policies: Policies): Folded {
  let state = emptyWallet(String(row.person), String(row.currency));
  const postings: Derived[] = [];
  for (const event of events) {
    const happened: Happened<WalletEvent> = eventOfRow(event, policies);
    state = evolveWallet(state, happened);
    for (const one of walletPostingsOf(state, happened.event)) {
      postings.push({ ...one, ...happened });
    }
  }
  return { state, postings, columns: walletColumns(state) };
}

function checkState(row: Row, { state, columns }: Folded, policies: Policies, report: Report) {
  const current = 'status' in row ? CONTRACT_STATE : WALLET_STATE;
  // An older way of writing is folded anew when the row is next locked.
  if (row.state_version === current) {
    const stored = 'terms' in row ? contractOfRow(row, policies) : walletOfRow(row, policies);
    if (canonical(stored.state) !== canonical(state)) {
      report('state_differs', 'the state is not what its events say');
    }
  }
  for (const [name, value] of Object.entries(columns)) {
    const stored = row[name];
    if (textOf(stored) !== textOf(value)) {
      report('column_differs', `${name} is ${textOf(stored)} and should be ${textOf(value)}`);
    }
  }
}

function textOf(value: unknown): string {
  return String(value);
}

function checkPostings(rows: readonly Row[], derived: readonly Derived[], report: Report): void {
  const texts = rows.map(
    ({ seq, from_account, to_account, amount }) =>
      `${seq} ${from_account} > ${to_account} ${amount}`,
  );
  const right = derived.map(
    ({ seq, from, to, amount }) => `${seq} ${accountKey(from)} > ${accountKey(to)} ${amount.minor}`,
  );
  const longer = texts.length > right.length ? texts : right;
  const first = longer.findIndex((_, index) => texts[index] !== right[index]);
  if (first < 0) return;
  const [is, should] = [texts[first] ?? 'nothing', right[first] ?? 'nothing'];
  report('posting_differs', `there is ${is} and there should be ${should}`);
}
