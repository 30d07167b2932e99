// The chart of accounts. Accounts of persons and of contracts may never go below zero and have a
// stored balance; those of the platform and the outside world are sums of postings, so that
// nothing is hot. Names are public: previews and statements speak them.
import type { Currency } from '../money/currencies.ts';

export type GuardedKind =
  | 'client.available'
  | 'client.leaving'
  | 'freelancer.pending'
  | 'freelancer.available'
  | 'freelancer.leaving'
  | 'contract.escrow'
  | 'contract.held';

export type AccountKind = GuardedKind | 'platform.fees' | 'outside';

export type Account = {
  readonly kind: AccountKind;
  /** The person or contract that it belongs to; null for the platform and the outside. */
  readonly owner: string | null;
  readonly currency: Currency;
};

export function isGuarded(account: Account): boolean {
  return account.owner !== null;
}

/** The key of an account in the ledger: "contract.escrow ctr_… USD". */
export function accountKey(account: Account): string {
  return `${account.kind} ${account.owner ?? '-'} ${account.currency}`;
}

export function accountOf(key: string): Account {
  const [kind = '', owner = '-', currency = ''] = key.split(' ');
  return { kind: kind as AccountKind, owner: owner === '-' ? null : owner, currency };
}
