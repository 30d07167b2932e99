// Writes everything that a batch has done, with a number of statements that does not depend on
// how much that is: each table once, by arrays. The rows are locked already. The commit goes in
// the same flight, so whatever must hold is a constraint or was seen to before.
import type { Contract } from '../../domain/contracts/contract.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import type { Wallet } from '../../domain/wallets/wallet.ts';
import { insertCommands } from '../../store/commands.ts';
import { insertContracts, type Kept, updateContracts } from '../../store/contracts.ts';
import type { Statement } from '../../store/driver/flights.ts';
import { beginning, type EventRow, eventRow, insertEvents } from '../../store/events.ts';
import { claimFiles } from '../../store/files.ts';
import {
  type BalanceChange,
  creditAccounts,
  debitAccounts,
  insertPostings,
  lockKeys,
  type PostingRow,
} from '../../store/ledger.ts';
import { insertPolicies, type PolicyBook } from '../../store/policies.ts';
import { insertTexts } from '../../store/texts.ts';
import { insertWallets, updateWallets } from '../../store/wallets.ts';
import type { Taken, World } from '../world.ts';

export type Writes = {
  readonly statements: readonly Statement[];
  /** Policies that are in the database once this is committed. */
  readonly policies: readonly Policy[];
};

export function writesOf(world: World, book: PolicyBook): Writes {
  const heads = new Map<string, Uint8Array>();
  const events = eventRows(world, heads);
  const policies = newPolicies(world.steps, book);
  const statements = [
    ...some(policies, insertPolicies),
    ...streamRows(world, heads),
    ...some(events, insertEvents),
    ...some(postingRows(world.steps), insertPostings),
    ...balances(world),
    ...some(world.records, insertCommands),
    ...some(world.texts, insertTexts),
    ...some(world.files, claimFiles),
  ];
  return { statements, policies };
}

function some<T>(rows: readonly T[], statement: (rows: readonly T[]) => Statement): Statement[] {
  return rows.length === 0 ? [] : [statement(rows)];
}

/** The rows of all new events; leaves the new end of each stream's chain in `heads`. */
function eventRows(world: World, heads: Map<string, Uint8Array>): EventRow[] {
  const rows: EventRow[] = [];
  for (const { stream, events } of world.steps) {
    for (const event of events) {
      const row = eventRow(stream, event, heads.get(stream) ?? headBefore(world, stream));
      heads.set(stream, row.hash);
      rows.push(row);
    }
  }
  return rows;
}

function headBefore({ found }: World, stream: string): Uint8Array {
  return (found.contracts.get(stream) ?? found.wallets.get(stream))?.head ?? beginning;
}

function streamRows(world: World, heads: ReadonlyMap<string, Uint8Array>): Statement[] {
  const { contracts, wallets } = world.found;
  const changedContracts = changed(world.contracts, heads);
  const changedWallets = changed(world.wallets, heads);
  const isNew = (there: ReadonlyMap<string, unknown>) => (one: Kept<Contract | Wallet>) =>
    !there.has(one.state.id);
  const isThere = (there: ReadonlyMap<string, unknown>) => (one: Kept<Contract | Wallet>) =>
    there.has(one.state.id);
  return [
    ...some(changedContracts.filter(isNew(contracts)), insertContracts),
    ...some(changedContracts.filter(isThere(contracts)).map(compared(world)), updateContracts),
    ...some(changedWallets.filter(isNew(wallets)), insertWallets),
    ...some(changedWallets.filter(isThere(wallets)), updateWallets),
  ];
}

function compared({ found }: World) {
  return (kept: Kept<Contract>) => {
    const before = found.contracts.get(kept.state.id);
    const sameTerms = before?.state.terms === kept.state.terms && !before.refolded;
    return { ...kept, sameTerms };
  };
}

/** Only what has new events: a command may also be one that finds everything done. */
function changed<S extends { readonly id: string }>(
  states: ReadonlyMap<string, S>,
  heads: ReadonlyMap<string, Uint8Array>,
): Kept<S>[] {
  return [...states.values()].flatMap((state) => {
    const head = heads.get(state.id);
    return head === undefined ? [] : [{ state, head }];
  });
}

function newPolicies(steps: readonly Taken[], book: PolicyBook): readonly Policy[] {
  const found = new Set<Policy>();
  for (const { events } of steps) {
    for (const { event } of events) {
      if (!('terms' in event) || book.has(event.terms.policy)) continue;
      found.add(event.terms.policy);
    }
  }
  return [...found];
}

function postingRows(steps: readonly Taken[]): readonly PostingRow[] {
  return steps.flatMap(({ stream, postings }) => {
    let [seq, n] = [0, 0];
    return postings.map((posting) => {
      n = posting.seq === seq ? n + 1 : 1;
      seq = posting.seq;
      return { stream, n, ...posting };
    });
  });
}

/**
 * Credits open accounts that are not there yet; debits must find theirs. Locks are taken in the
 * order of keys, by everybody: the credits do that by themselves. What is debited besides needs
 * locks first, except escrow, which is moved only under the lock of its contract.
 */
function balances({ changes, found }: World): Statement[] {
  const moved: BalanceChange[] = [];
  for (const [key, change] of changes) if (change !== 0n) moved.push({ key, change });
  const shared = moved.filter(({ key }) => !key.startsWith('contract.'));
  const locksFirst = found.balances === null && shared.some(({ change }) => change < 0n);
  return [
    ...(locksFirst ? [lockKeys(shared.map(({ key }) => key))] : []),
    ...some(
      moved.filter(({ change }) => change > 0n),
      creditAccounts,
    ),
    ...some(
      moved.filter(({ change }) => change < 0n),
      debitAccounts,
    ),
  ];
}
