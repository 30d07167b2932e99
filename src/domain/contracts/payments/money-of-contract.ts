// What a contract has moved so far, as sums. They are kept, not summed up anew: every event adds
// its own amounts.
import type { Currency } from '../../money/currencies.ts';
import { type Money, zero } from '../../money/money.ts';

/**
 * Sums over the life of the contract. `escrow` is the sum of the milestones' escrow, `held` of what
 * disputes hold.
 */
export type MoneyOfContract = {
  readonly escrow: Money;
  readonly held: Money;
  readonly paid: Money;
  readonly returned: Money;
  readonly refunded: Money;
  readonly fees: Money;
  readonly clientFees: Money;
};

export function noMoney(currency: Currency): MoneyOfContract {
  const nothing = zero(currency);
  return {
    escrow: nothing,
    held: nothing,
    paid: nothing,
    returned: nothing,
    refunded: nothing,
    fees: nothing,
    clientFees: nothing,
  };
}
