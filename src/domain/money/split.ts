// Parts of amounts. Every rounding in the house happens here: half up, to the minor unit, and
// what one part gains the other loses, so that parts always sum to the whole.
import { assert } from '../assert.ts';
import { type Money, subtract } from './money.ts';

/** amount × numerator ÷ denominator, rounded half up to the minor unit. No part is negative. */
export function portion(amount: Money, numerator: bigint, denominator: bigint): Money {
  assert(denominator > 0n && numerator >= 0n && amount.minor >= 0n, 'a portion is of something');
  const minor = (2n * amount.minor * numerator + denominator) / (2n * denominator);
  return { minor, currency: amount.currency };
}

/** A rate in hundredths of a percent of the amount: 1000 is 10 %, 275 is 2.75 %. */
export function feeOf(amount: Money, bps: number): Money {
  return portion(amount, BigInt(bps), 10_000n);
}

/** What a payment leaves its receiver: the fee, and the rest. They sum to the amount. */
export function afterFee(amount: Money, bps: number): { fee: Money; net: Money } {
  const fee = feeOf(amount, bps);
  return { fee, net: subtract(amount, fee) };
}
