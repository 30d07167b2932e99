// A person's money in one currency: a stream of its own, through the same corridor as contracts.
// It knows payment methods, deposits and payouts; the balances themselves are accounts of the
// ledger, where contracts move them too.
import type { Instant } from '../calendar.ts';
import type { Currency } from '../money/currencies.ts';
import type { Money } from '../money/money.ts';
import type { Party, PersonId } from '../people.ts';

export type MethodKind = 'card' | 'bank';

export type PaymentMethod = {
  readonly id: string;
  readonly kind: MethodKind;
  readonly label: string;
  /** What the provider knows it by. Never a card number. */
  readonly token: string;
  readonly verified: boolean;
};

export type TransferStatus = 'waiting' | 'confirmed' | 'failed' | 'timed_out';

export type Deposit = {
  readonly id: string;
  readonly amount: Money;
  readonly method: string;
  readonly status: TransferStatus;
  readonly requestedAt: Instant;
};

export type Payout = {
  readonly id: string;
  readonly from: Party;
  readonly amount: Money;
  readonly method: string;
  readonly status: TransferStatus;
  readonly requestedAt: Instant;
};

export type Wallet = {
  readonly id: string;
  readonly version: number;
  readonly latestAt: Instant;
  readonly person: PersonId;
  readonly currency: Currency;
  readonly methods: readonly PaymentMethod[];
  readonly deposits: readonly Deposit[];
  readonly payouts: readonly Payout[];
};

/** The id of somebody's wallet in a currency; it needs no look-up. */
export function walletId(person: PersonId, currency: Currency): string {
  return `wal_${person.replace(/^psn_/, '')}_${currency}`;
}

/** A wallet before anything happened to it. Everybody has one in every currency on offer. */
export function emptyWallet(person: PersonId, currency: Currency): Wallet {
  return {
    id: walletId(person, currency),
    version: 0,
    latestAt: Temporal.Instant.fromEpochMilliseconds(0),
    person,
    currency,
    methods: [],
    deposits: [],
    payouts: [],
  };
}

/** The card that charges go to: the newest verified one. */
export function chargeableMethod(wallet: Wallet): PaymentMethod | undefined {
  return wallet.methods.findLast((method) => method.kind === 'card' && method.verified);
}
