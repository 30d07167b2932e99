// One thing to do in the corridor: a command on a contract or a wallet, or time that passes for
// one of them. What has to be locked and read for it is known before anything is read.
import type { ContractCommand } from '../domain/contracts/commands.ts';
import { accountKey } from '../domain/ledger/accounts.ts';
import type { Party, PersonId } from '../domain/people.ts';
import type { WalletCommand } from '../domain/wallets/commands.ts';
import { walletId } from '../domain/wallets/wallet.ts';
import type { Key } from '../store/commands.ts';
import type { SealedText } from '../store/texts.ts';

type Asked = {
  readonly stream: string;
  /** Absent only in previews, which record nothing. */
  readonly key: Key | null;
  /** Fingerprint of all that was asked for. */
  readonly body: Uint8Array;
  readonly promise: string | undefined;
  readonly texts: readonly SealedText[];
  /** The ids of the files that it carries. */
  readonly files: readonly string[];
};

export type ContractTask = Asked & {
  readonly on: 'contract';
  readonly command: ContractCommand;
  /** The contract that a new one continues, for `rehire`; it is read, and nothing happens to it. */
  readonly former: string | null;
};

export type WalletTask = Asked & {
  readonly on: 'wallet';
  readonly person: PersonId;
  readonly currency: string;
  readonly command: WalletCommand;
};

/** Time passes, and nothing else is asked for. */
export type TimeTask = { readonly on: 'time'; readonly of: 'contract' | 'wallet'; stream: string };

export type Task = ContractTask | WalletTask | TimeTask;

const both: readonly Party[] = ['client', 'freelancer'];

/** Commands that look at what somebody has available, and whose that may be. */
const paying: { readonly [N in ContractCommand['type']]?: readonly Party[] } = {
  fund_milestone: ['client'],
  retry_charge: ['client'],
  revise_offer: ['client'],
  accept_counter: ['client'],
  accept_change: ['client'],
  pay_bonus: ['client'],
  // The terms that it takes over may ask for the first milestone's money.
  rehire: ['client'],
  give_refund: ['freelancer'],
  pay_arbitration: both,
  accept_settlement: both,
  accept_recommendation: both,
};

/** The sides whose available money a command on a contract looks at. */
export function payersOf({ command }: ContractTask): readonly Party[] {
  if (command.type !== 'send_offer') return paying[command.type] ?? [];
  return command.fund_first === true ? ['client'] : [];
}

/** Whether the command looks at what somebody has available. */
export function readsBalance(task: Task): boolean {
  if (task.on === 'time') return false;
  return task.on === 'wallet' ? task.command.type === 'withdraw' : payersOf(task).length > 0;
}

/** What a batch locks and reads. */
export type Needs = {
  readonly contracts: ReadonlySet<string>;
  readonly wallets: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
  readonly keys: readonly Key[];
  /** Whose due contracts must be caught up before a balance is judged. */
  readonly owners: ReadonlySet<PersonId>;
  /** The same of the clients of these contracts, and of the freelancers of those. */
  readonly payingContracts: ReadonlySet<string>;
  readonly earningContracts: ReadonlySet<string>;
  readonly payingWallets: ReadonlySet<string>;
};

export function needsOf(tasks: readonly Task[], due: readonly string[]): Needs {
  const needs = {
    contracts: new Set(due),
    wallets: new Set<string>(),
    accounts: new Set<string>(),
    keys: [] as Key[],
    owners: new Set<PersonId>(),
    payingContracts: new Set<string>(),
    earningContracts: new Set<string>(),
    payingWallets: new Set<string>(),
  };
  for (const task of tasks) {
    const onContract = task.on === 'contract' || (task.on === 'time' && task.of === 'contract');
    (onContract ? needs.contracts : needs.wallets).add(task.stream);
    if (task.on === 'time') continue;
    if (task.key !== null) needs.keys.push(task.key);
    if (task.on === 'wallet') addWallet(needs, task);
    else {
      if (task.former !== null) needs.contracts.add(task.former);
      addPayer(needs, task);
    }
  }
  return needs;
}

type Sets = { readonly [K in keyof Omit<Needs, 'keys'>]: Set<string> };

function addWallet(needs: Sets, task: WalletTask): void {
  const { person, currency } = task;
  if (readsBalance(task)) needs.owners.add(person);
  for (const party of both) {
    for (const place of ['available', 'leaving'] as const) {
      needs.accounts.add(accountKey({ kind: `${party}.${place}`, owner: person, currency }));
    }
  }
}

/** A contract that exists names its two sides and its currency itself. */
function addPayer(needs: Sets, task: ContractTask): void {
  const payers = payersOf(task);
  if (payers.length === 0) return;
  const { command } = task;
  if (command.type !== 'send_offer') {
    const contract = task.former ?? task.stream;
    if (payers.includes('client')) needs.payingContracts.add(contract);
    if (payers.includes('freelancer')) needs.earningContracts.add(contract);
    return;
  }
  const { person } = command.by;
  if (person === null) return;
  const { currency } = command;
  needs.owners.add(person);
  needs.payingWallets.add(walletId(person, currency));
  needs.accounts.add(accountKey({ kind: 'client.available', owner: person, currency }));
}
