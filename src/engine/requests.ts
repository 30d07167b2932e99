// What the faces ask of the engine, and what they get: one request shape for contracts and
// wallets, with its idempotency key and, from a confirm page, the promise that was made there.
import type { CommandName, ContractCommand } from '../domain/contracts/commands.ts';
import type { Contract } from '../domain/contracts/contract.ts';
import type { ContractEvent, Happened } from '../domain/contracts/events.ts';
import type { Foreseen } from '../domain/forecast.ts';
import type { Posting } from '../domain/ledger/postings.ts';
import type { Actor, PersonId, TextRef } from '../domain/people.ts';
import type { Rejection } from '../domain/rejections.ts';
import type { WalletCommand } from '../domain/wallets/commands.ts';
import type { WalletEvent } from '../domain/wallets/events.ts';
import type { Wallet } from '../domain/wallets/wallet.ts';

/** What a person reviews in plain words, before the engine seals it behind a reference. */
export type PlainFeedback = {
  readonly stars: Readonly<Record<string, number | undefined>>;
  readonly comment?: string;
  readonly private_note?: string;
};

/** Fields as they come off the wire: free text is still text. */
export type Plain<T> = {
  readonly [K in keyof T]: T[K] extends TextRef | undefined
    ? string | undefined
    : K extends 'feedback'
      ? PlainFeedback | undefined
      : T[K];
};

export type PlainCommand = {
  readonly type: CommandName;
  readonly [field: string]: unknown;
};

export type ContractRequest = {
  /** For `send_offer` and `rehire` a new id (engine.newContractId), else the contract's. */
  readonly contract: string;
  /** For `rehire`: the contract that the new one continues. */
  readonly former?: string;
  readonly command: PlainCommand;
  readonly by: Actor;
  /** Unique for its principal: the same key with the same body gets the first answer again. */
  readonly key: string;
  readonly promise?: string;
};

export type WalletRequest = {
  readonly wallet: { readonly person: PersonId; readonly currency: string };
  readonly command: { readonly type: WalletCommand['type']; readonly [field: string]: unknown };
  readonly by: Actor;
  readonly key: string;
  readonly promise?: string;
};

export type EngineRequest = ContractRequest | WalletRequest;

export type Accepted = {
  readonly stream: string;
  /** The events that the command itself made; catching up is not among them. */
  readonly events: readonly Happened<ContractEvent | WalletEvent>[];
  readonly replayed: boolean;
};

export type Answer = Accepted | Rejection;

/** What a confirm page shows: the consequences of the command alone, and the promise of them. */
export type ContractPreview = {
  readonly promise: string;
  /** Good until then. */
  readonly until: Temporal.Instant;
  readonly at: Temporal.Instant;
  readonly before: Contract | null;
  readonly after: Contract;
  readonly events: readonly Happened<ContractEvent>[];
  readonly postings: readonly Posting[];
  readonly forecastBefore: readonly Foreseen[];
  readonly forecastAfter: readonly Foreseen[];
  /** The texts of the command, by reference, for showing them on the confirm page. */
  readonly texts: ReadonlyMap<string, string>;
};

export type WalletPreview = {
  readonly promise: string;
  readonly until: Temporal.Instant;
  readonly at: Temporal.Instant;
  readonly before: Wallet;
  readonly after: Wallet;
  readonly events: readonly Happened<WalletEvent>[];
  readonly postings: readonly Posting[];
};

/** The door that every face uses. */
export interface Engine {
  newContractId(): string;
  execute(request: EngineRequest): Promise<Answer>;
  previewContract(request: Omit<ContractRequest, 'key'>): Promise<ContractPreview | Rejection>;
  previewWallet(request: Omit<WalletRequest, 'key'>): Promise<WalletPreview | Rejection>;
  /** Applies every deadline that has passed, of every contract and wallet. */
  passTime(): Promise<number>;
  /** Asks the payment provider about everything that is waiting, and carries its answers in. */
  deliver(): Promise<number>;
  close(): Promise<void>;
}

export type { ContractCommand };
