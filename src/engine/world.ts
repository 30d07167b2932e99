// What one batch knows and has done so far: states, balances, keys, and the steps to be written.
// Commands are decided one after the other, each on a draft; a draft that is refused is dropped
// and has changed nothing.
import { assert } from '../domain/assert.ts';
import type { Contract } from '../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../domain/contracts/events.ts';
import { type Account, accountKey } from '../domain/ledger/accounts.ts';
import type { Posting } from '../domain/ledger/postings.ts';
import type { Step } from '../domain/step.ts';
import type { WalletEvent } from '../domain/wallets/events.ts';
import type { Wallet } from '../domain/wallets/wallet.ts';
import type { CommandRecord, Key } from '../store/commands.ts';
import type { Kept } from '../store/contracts.ts';
import type { Claim } from '../store/files.ts';
import type { TextRow } from '../store/texts.ts';

export type AnyHappened = Happened<ContractEvent | WalletEvent>;
type AnyStep = Step<Contract, ContractEvent> | Step<Wallet, WalletEvent>;

/** Events of one stream, and the movements of money that they made, in order. */
export type Taken = {
  readonly stream: string;
  readonly events: readonly AnyHappened[];
  readonly postings: readonly (Posting & { readonly seq: number })[];
};

/** A command that was carried out; `events` when that was in this very batch. */
export type Known = { readonly record: CommandRecord; readonly events?: readonly AnyHappened[] };

export type Found = {
  readonly now: Temporal.Instant;
  /** `refolded`: what is stored is written in an older way, all of it. */
  readonly contracts: ReadonlyMap<string, Kept<Contract> & { readonly refolded?: boolean }>;
  readonly wallets: ReadonlyMap<string, Kept<Wallet>>;
  /** Wallets that were only looked at. */
  readonly payers: ReadonlyMap<string, Kept<Wallet>>;
  /** Null when no command of the batch looks at one: the constraint then is the only word. */
  readonly balances: ReadonlyMap<string, bigint> | null;
  readonly commands: readonly CommandRecord[];
  /** Contracts that have to be caught up before a balance of their owners is judged. */
  readonly due: readonly string[];
  readonly keepsBalance: (account: Account) => boolean;
};

export function keyText({ principal, key }: Key): string {
  return `${principal}\n${key}`;
}

export class World {
  readonly found: Found;
  readonly contracts = new Map<string, Contract>();
  readonly wallets = new Map<string, Wallet>();
  readonly changes = new Map<string, bigint>();
  readonly steps: Taken[] = [];
  readonly texts: TextRow[] = [];
  /** Files that are part of a contract from now on. */
  readonly files: Claim[] = [];
  readonly records: CommandRecord[] = [];
  readonly due: Set<string>;
  readonly #known = new Map<string, Known>();

  constructor(found: Found) {
    this.found = found;
    this.due = new Set(found.due);
    for (const record of found.commands) this.#known.set(keyText(record), { record });
  }

  draft(): Draft {
    return new Draft(this);
  }

  contract(id: string): Contract | null {
    return this.contracts.get(id) ?? this.found.contracts.get(id)?.state ?? null;
  }

  wallet(id: string): Wallet | null {
    const kept = this.found.wallets.get(id) ?? this.found.payers.get(id);
    return this.wallets.get(id) ?? kept?.state ?? null;
  }

  /** In minor units. An account that is not there holds nothing. */
  balance(key: string): bigint {
    assert(this.found.balances !== null, `${key} was read`);
    return (this.found.balances.get(key) ?? 0n) + (this.changes.get(key) ?? 0n);
  }

  known(key: Key): Known | undefined {
    return this.#known.get(keyText(key));
  }

  remember(record: CommandRecord, events: readonly AnyHappened[]): void {
    this.records.push(record);
    this.#known.set(keyText(record), { record, events });
  }
}

/** What one command would do. Only `keep` makes it part of the batch. */
export class Draft {
  readonly #world: World;
  readonly #contracts = new Map<string, Contract>();
  readonly #wallets = new Map<string, Wallet>();
  readonly #changes = new Map<string, bigint>();
  readonly #steps: Taken[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  contract(id: string): Contract | null {
    return this.#contracts.get(id) ?? this.#world.contract(id);
  }

  wallet(id: string): Wallet | null {
    return this.#wallets.get(id) ?? this.#world.wallet(id);
  }

  balance(key: string): bigint {
    return this.#world.balance(key) + (this.#changes.get(key) ?? 0n);
  }

  takeContract(step: Step<Contract, ContractEvent>): void {
    this.#take(step.state.id, step);
    this.#contracts.set(step.state.id, step.state);
  }

  takeWallet(step: Step<Wallet, WalletEvent>): void {
    this.#take(step.state.id, step);
    this.#wallets.set(step.state.id, step.state);
  }

  #take(stream: string, { events, postings }: AnyStep): void {
    if (events.length === 0) return;
    this.#steps.push({ stream, events, postings });
    const { keepsBalance } = this.#world.found;
    for (const { from, to, amount } of postings) {
      if (keepsBalance(from)) this.#move(accountKey(from), -amount.minor);
      if (keepsBalance(to)) this.#move(accountKey(to), amount.minor);
    }
  }

  #move(key: string, change: bigint): void {
    this.#changes.set(key, (this.#changes.get(key) ?? 0n) + change);
    if (this.#world.found.balances === null) return;
    assert(this.balance(key) >= 0n, `${key} holds no less than nothing`);
  }

  keep(): void {
    const world = this.#world;
    for (const step of this.#steps) world.steps.push(step);
    for (const [id, contract] of this.#contracts) {
      world.contracts.set(id, contract);
      world.due.delete(id);
    }
    for (const [id, wallet] of this.#wallets) world.wallets.set(id, wallet);
    for (const [key, change] of this.#changes) {
      world.changes.set(key, (world.changes.get(key) ?? 0n) + change);
    }
  }
}
