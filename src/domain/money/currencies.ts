// ISO 4217: how many digits each currency has after the point. Our own table, because the one
// in Intl has wrong digits for some. A currency that is not here is not offered anywhere.

export type Currency = string;

// biome-ignore format: a table reads better in rows.
const digits: Readonly<Record<string, number>> = {
  AED: 2, ARS: 2, AUD: 2, BDT: 2, BGN: 2, BHD: 3, BRL: 2, CAD: 2, CHF: 2, CLP: 0, CNY: 2, COP: 2,
  CZK: 2, DKK: 2, EGP: 2, EUR: 2, GBP: 2, HKD: 2, HUF: 2, IDR: 2, ILS: 2, INR: 2, IQD: 3, ISK: 0,
  JOD: 3, JPY: 0, KES: 2, KRW: 0, KWD: 3, LKR: 2, MAD: 2, MGA: 2, MXN: 2, MYR: 2, NGN: 2, NOK: 2,
  NZD: 2, OMR: 3, PHP: 2, PKR: 2, PLN: 2, RON: 2, RSD: 2, SAR: 2, SEK: 2, SGD: 2, THB: 2, TND: 3,
  TRY: 2, TWD: 2, UAH: 2, UGX: 0, USD: 2, UYU: 2, VND: 0, ZAR: 2,
};

/** Digits after the point, or undefined when we do not know the currency. */
export function digitsOf(currency: Currency): number | undefined {
  return Object.hasOwn(digits, currency) ? digits[currency] : undefined;
}

export const knownCurrencies: readonly Currency[] = Object.keys(digits);
