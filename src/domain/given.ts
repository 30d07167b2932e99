// What a decision is given besides the contract: the moment, and facts that live elsewhere. The
// engine reads them after the locks. Nothing in the domain asks for anything itself.
import type { Instant } from './calendar.ts';
import type { Money } from './money/money.ts';
import type { Policy } from './policy/policy.ts';

export type Given = {
  readonly now: Instant;
  /** The policy for new and revised offers. A signed contract uses its own copy. */
  readonly policy: Policy;
  /** The client's available balance in the contract's currency; 0 where it is not asked for. */
  readonly clientAvailable: (currency: string) => Money;
  /** Whether the client has a payment method that can be charged. */
  readonly clientCanBeCharged: boolean;
};
