// What a decision is given besides the contract: the moment, and facts that live elsewhere. The
// engine reads them after the locks. Nothing in the domain asks for anything itself.
import type { Instant } from './calendar.ts';
import type { Contract } from './contracts/contract.ts';
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
  /** The same of the freelancer, for refunds and for their side of a ruling. */
  readonly freelancerAvailable: (currency: string) => Money;
  readonly freelancerCanBeCharged: boolean;
  /** For `rehire`: the contract that is continued. Null for every other command. */
  readonly former: Contract | null;
};

/**
 * What a look ahead is given: nothing is carried out, so that everybody has as much as `available`
 * says, and nobody is charged.
 */
export function givenToLook(
  now: Instant,
  policy: Policy,
  available: (currency: string) => Money,
): Given {
  return {
    now,
    policy,
    clientAvailable: available,
    clientCanBeCharged: false,
    freelancerAvailable: available,
    freelancerCanBeCharged: false,
    former: null,
  };
}
