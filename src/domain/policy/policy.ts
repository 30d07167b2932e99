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
  /** What each side pays for a ruling. */
  readonly arbitrationCost: ArbitrationCost;
  /** Up to which net payment each weight of the score holds; the last weight has no end. */
  readonly scoreUpTo: readonly Money[];
};

/** A share of the disputed amount within bounds; equal bounds are a fixed cost. */
export type ArbitrationCost = {
  readonly rateBps: number;
  readonly least: Money;
  readonly most: Money;
};

/** One step of dormancy: who is asked to act, for how long, and what silence does at its end. */
export type DormancyStep = {
  readonly who: 'client' | 'freelancer';
  readonly for: Duration;
  /** The freelancer may ask for the money now, which begins the step after this one. */
  readonly mayRequestRelease: boolean;
  /** Begins only with a request for release; silence then pays. */
  readonly onSilence: 'next' | 'release';
};

/** The success score: spans and thresholds. Stars and weights are in hundredths. */
export type ScoreRules = {
  readonly windows: readonly Duration[];
  readonly positiveFrom: number;
  readonly negativeBelow: number;
  readonly weights: readonly number[];
  readonly lasting: { readonly span: Duration; readonly weight: number; readonly most: number };
  readonly minimum: { readonly contracts: number; readonly counterparts: number };
  readonly missingFeedback: 'left_out' | 'a_third';
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
  readonly dormancy: {
    readonly after: Duration;
    readonly countsMessages: boolean;
    readonly steps: readonly DormancyStep[];
  };
  readonly reopen: 'mutual' | 'never';
  readonly evidence: { readonly keep: Duration };
  /** `afterEnd`: how long after the end a bonus is possible; null is for ever. */
  readonly bonus: { readonly afterEnd: Duration | null };
  readonly refund: { readonly window: Duration };
  readonly dispute: {
    readonly escrow: { readonly answer: Duration; readonly onSilence: 'pay_freelancer' };
  };
  readonly mediation: {
    readonly window: Duration;
    readonly recommend: Duration;
    readonly answer: Duration;
  };
  readonly arbitration: { readonly optIn: Duration; readonly rule: Duration };
  readonly feedback: {
    readonly window: Duration;
    /** Counted from the end of the contract; null is for ever. */
    readonly respond: Duration | null;
    readonly changeWindow: Duration;
  };
  readonly score: ScoreRules;
  readonly fee: { readonly freelancerBps: number; readonly clientBps: number };
};
