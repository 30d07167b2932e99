// Money is whole minor units with their currency, as a bigint: exact, never a float. Outside it
// is a decimal string. Two currencies never meet in one sum; that is an assertion.
import { assert, present } from '../assert.ts';
import { type Currency, digitsOf } from './currencies.ts';

export type Money = { readonly minor: bigint; readonly currency: Currency };

/** The largest amount that anything here may be, in minor units: far below what int8 holds. */
export const largest = 10n ** 15n;

export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency };
}

export function zero(currency: Currency): Money {
  return { minor: 0n, currency };
}

function sameCurrency(a: Money, b: Money): void {
  assert(a.currency === b.currency, `${a.currency} and ${b.currency} never meet in one sum`);
}

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

/** Negative, zero or positive, as a is less than, equal to or more than b. */
export function compare(a: Money, b: Money): number {
  sameCurrency(a, b);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

export function least(a: Money, b: Money): Money {
  return compare(a, b) <= 0 ? a : b;
}

export function isZero(a: Money): boolean {
  return a.minor === 0n;
}

export function isPositive(a: Money): boolean {
  return a.minor > 0n;
}

export function total(amounts: Iterable<Money>, currency: Currency): Money {
  let sum = zero(currency);
  for (const amount of amounts) sum = add(sum, amount);
  return sum;
}

const decimal = /^(-?)(\d{1,16})(?:\.(\d{1,9}))?$/;

/** Whether a text is a decimal as shapes accept it: digits, at most one point, no exponent. */
export function isDecimal(text: string): boolean {
  return decimal.test(text);
}

function parsed(text: string, currency: Currency): { cut: Money; exact: boolean } {
  const match = present(decimal.exec(text), `a decimal in ${JSON.stringify(text)}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = present(digitsOf(currency), `the digits of ${currency}`);
  const minor = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const cut = { minor: sign === '-' ? -minor : minor, currency };
  return { cut, exact: fraction.length <= digits };
}

/**
 * The amount that a decimal string names, or null when it has more digits than the currency.
 * Fewer digits are fine. The text must be a decimal; shapes see to that.
 */
export function fromDecimal(text: string, currency: Currency): Money | null {
  const { cut, exact } = parsed(text, currency);
  return exact ? cut : null;
}

/** As fromDecimal, but digits beyond those of the currency are cut off: to compare, not to pay. */
export function cutDecimal(text: string, currency: Currency): Money {
  return parsed(text, currency).cut;
}

/** A decimal string with exactly the currency's digits: "450.00", "-3", "0.500". */
export function toDecimal(amount: Money): string {
  const digits = present(digitsOf(amount.currency), `the digits of ${amount.currency}`);
  const sign = amount.minor < 0n ? '-' : '';
  const text = (amount.minor < 0n ? -amount.minor : amount.minor)
    .toString()
    .padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
