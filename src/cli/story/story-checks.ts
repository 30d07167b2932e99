// What every story checks without being asked, after each step: money is neither made nor lost,
// nobody has less than nothing, every state is the fold of its events, and the deadlines that were
// shown are the deadlines that fire.
import type { Instant } from '../../domain/calendar.ts';
import type { Contract } from '../../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../../domain/contracts/events.ts';
import { evolve } from '../../domain/contracts/evolve.ts';
import { accountOf, isGuarded } from '../../domain/ledger/accounts.ts';
import { total } from '../../domain/money/money.ts';
import type { WalletEvent } from '../../domain/wallets/events.ts';
import { evolveWallet } from '../../domain/wallets/evolve.ts';
import { emptyWallet } from '../../domain/wallets/wallet.ts';
import { auditAll } from '../../engine/audit/audit.ts';
import { forecast } from '../../reads/states.ts';
import { canonical } from '../../store/codec.ts';
import { readEvents } from '../../store/events.ts';
import { walletOfRow } from '../../store/wallets.ts';
import type { StoryEvent, StoryWorld } from './story-world.ts';

/** Everything that does not hold, in sentences. `streams` are those that something happened to. */
export async function unsound(
  world: StoryWorld,
  streams: ReadonlySet<string>,
): Promise<readonly string[]> {
  return [...(await ledgerProblems(world)), ...(await foldProblems(world, streams))];
}

/** The audit of the whole house: every posting summed, every contract and wallet refolded. */
export async function audited(world: StoryWorld): Promise<readonly string[]> {
  const { findings } = await auditAll(world.db);
  return findings.map(({ kind, about, detail }) => `${kind}, ${about}: ${detail}.`);
}

/** Every account by its postings, in minor units. */
async function sums(world: StoryWorld): Promise<ReadonlyMap<string, bigint>> {
  const rows = await world.db.query<{ account: string; sum: string }>(
    `select account, sum(amount)::text as sum from (
      select to_account as account, amount from postings
      union all select from_account, -amount from postings) as moved group by account`,
  );
  return new Map(rows.map(({ account, sum }) => [account, BigInt(sum)]));
}

async function ledgerProblems(world: StoryWorld): Promise<readonly string[]> {
  const posted = await sums(world);
  const rows = await world.db.query<{ key: string; balance: bigint }>(
    'select key, balance from accounts',
  );
  const kept = new Map(rows.map(({ key, balance }) => [key, BigInt(balance)]));
  const problems: string[] = [];
  for (const key of new Set([...posted.keys(), ...kept.keys()])) {
    const sum = posted.get(key) ?? 0n;
    const balance = kept.get(key) ?? 0n;
    if (!isGuarded(accountOf(key))) continue;
    if (sum !== balance) problems.push(`${key} holds ${balance}, its postings sum to ${sum}.`);
    if (balance < 0n) problems.push(`${key} is below zero: ${balance}.`);
  }
  const contracts = await world.allContracts();
  return [
    ...problems,
    ...contracts.flatMap((c) => heldProblems(c, posted)),
    ...pendingProblems(contracts, posted),
  ];
}

/** What a contract says that it holds is what its account holds. */
function heldProblems(c: Contract, posted: ReadonlyMap<string, bigint>): readonly string[] {
  const held = posted.get(`contract.escrow ${c.id} ${c.terms.currency}`) ?? 0n;
  if (held === c.money.escrow.minor) return [];
  return [
    `“${c.terms.title}” says that it holds ${c.money.escrow.minor}, its account has ${held}.`,
  ];
}

/** What is pending for a freelancer is what their contracts have released and not yet cleared. */
function pendingProblems(
  contracts: readonly Contract[],
  posted: ReadonlyMap<string, bigint>,
): readonly string[] {
  const pending = new Map<string, bigint>();
  for (const c of contracts) {
    const key = `freelancer.pending ${c.freelancer} ${c.terms.currency}`;
    const nets = c.earnings.map((earning) => earning.net);
    pending.set(key, (pending.get(key) ?? 0n) + total(nets, c.terms.currency).minor);
  }
  return [...pending].flatMap(([key, sum]) =>
    (posted.get(key) ?? 0n) === sum ? [] : [`${key} is not the sum of what clears, ${sum}.`],
  );
}

async function foldProblems(
  world: StoryWorld,
  streams: ReadonlySet<string>,
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const stream of streams) {
    const same = stream.startsWith('wal_')
      ? await walletFolds(world, stream)
      : await contractFolds(world, stream);
    if (!same) problems.push(`The state of ${world.aliasOf(stream) ?? stream} is not its events.`);
  }
  return problems;
}

async function contractFolds(world: StoryWorld, id: string): Promise<boolean> {
  const { db, desk } = world;
  const events = await readEvents<ContractEvent>(db, desk.book, id);
  const fold = (state: Contract | null, one: Happened<ContractEvent>) => evolve(state, one, id);
  const folded = events.reduce<Contract | null>(fold, null);
  return canonical(folded) === canonical(await world.contract(id));
}

async function walletFolds(world: StoryWorld, id: string): Promise<boolean> {
  const { db, desk } = world;
  const [row] = await db.query(
    'select id, version, state_version, state::text as state, head from wallets where id = $1',
    [id],
  );
  if (row === undefined) return false;
  const kept = walletOfRow(row, desk.book).state;
  const events = await readEvents<WalletEvent>(db, desk.book, id);
  const empty = emptyWallet(kept.person, kept.currency);
  return canonical(events.reduce(evolveWallet, empty)) === canonical(kept);
}

/** What the forecasts of all contracts say will happen until then, as lines that compare. */
export async function foretold(world: StoryWorld, until: Instant): Promise<readonly string[]> {
  const contracts = await world.allContracts();
  const sure = contracts.filter((c) => c.charges.every((charge) => charge.status !== 'waiting'));
  return sure
    .flatMap((c) =>
      forecast(c, world.now)
        .filter(({ deadline }) => Temporal.Instant.compare(deadline.at, until) <= 0)
        .flatMap(({ step }) => step.events.map((one) => lineOf(c.id, one))),
    )
    .sort();
}

/** What the clock did to those contracts, as the same kind of lines. */
export function fired(
  news: readonly StoryEvent[],
  contracts: ReadonlySet<string>,
): readonly string[] {
  return news
    .filter(({ stream, happened }) => happened.as === 'clock' && contracts.has(stream))
    .map(({ stream, happened }) => lineOf(stream, happened))
    .sort();
}

/** Contracts whose forecast does not hang on an answer of the payment provider. */
export async function foreseeable(world: StoryWorld): Promise<ReadonlySet<string>> {
  const contracts = await world.allContracts();
  const sure = contracts.filter((c) => c.charges.every((charge) => charge.status !== 'waiting'));
  return new Set(sure.map((c) => c.id));
}

function lineOf(stream: string, one: Happened<ContractEvent | WalletEvent>): string {
  return `${stream} ${one.at} ${one.seq} ${canonical(one.event)}`;
}
