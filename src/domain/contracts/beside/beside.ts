// Money beside the plan, and long silence: requests for a payment or a refund, payments as the
// refund rules count them, bonuses, and how far dormancy has come.
import type { Instant } from '../../calendar.ts';
import type { Money } from '../../money/money.ts';
import type { Party, TextRef } from '../../people.ts';

export type RequestStatus = 'open' | 'approved' | 'declined' | 'withdrawn';

/** What one side asks of the other. Nothing happens by silence. */
export type MoneyRequest = {
  readonly id: string;
  readonly kind: 'payment' | 'refund';
  readonly status: RequestStatus;
  readonly by: Party;
  readonly at: Instant;
  readonly amount: Money;
  /** What has been paid or given back for it so far. */
  readonly settled: Money;
  readonly note: TextRef;
};

export type BonusKind = 'bonus' | 'expense';

/** A payment that the freelancer got, gross. Refunds count against the oldest first. */
export type Payment = {
  readonly at: Instant;
  readonly amount: Money;
  readonly kind: 'milestone' | BonusKind;
};

/** A contract that nobody acts on. `step` counts the policy's steps from 0. */
export type Dormancy = {
  readonly since: Instant;
  readonly step: number;
  readonly stepSince: Instant;
};
