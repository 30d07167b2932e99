// What a policy is: the numbers of the rules, as data. A floor above parses policies/*.yaml into
// this type; an offer carries a frozen copy of it, and every rule reads its numbers from that
// copy, never from code. Rates are hundredths of a percent; a null means "not in this policy".
import type { Duration } from '../calendar.ts';
import type { Currency } from '../money/currencies.ts';
import type { Money } from '../money/money.ts';

/** The smallest amounts, which each currency on offer needs a row for. */
export type CurrencyRules = {
  readonly milestoneMin: Money;
  readonly hourlyMinRate: Money;
  readonly minNetPaid: Money;
};

export type Policy = {
  readonly name: string;
  readonly version: string;
  /** Of the canonical content: two policies with one hash are the same policy. */
  readonly hash: string;
  readonly currencies: Readonly<Record<Currency, CurrencyRules>>;
  readonly offer: { readonly expires: Duration; readonly counter: boolean };
  readonly change: { readonly answer: Duration };
  readonly milestone: { readonly maxFunded: number; readonly edit: 'mutual' | 'client' };
  readonly review: {
    readonly window: Duration;
    readonly onSilence: 'release';
    /** How often changes may be requested before a dispute opens; null is unlimited. */
    readonly maxChanges: number | null;
    readonly reminders: readonly Duration[];
  };
  readonly clarification: { readonly remind: Duration | null };
  readonly escrowRefund: { readonly answer: Duration; readonly onSilence: 'refund' };
  /** Null when the policy knows no mutual cancel. */
  readonly cancel: { readonly answer: Duration } | null;
  readonly clearing: Duration;
  readonly charge: { readonly timeout: Duration };
  readonly feedback: { readonly window: Duration };
  readonly fee: { readonly freelancerBps: number; readonly clientBps: number };
};
