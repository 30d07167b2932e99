// Amounts as people read them: "$1,234.50" in a sentence, "1,234.50" in a table whose heading
// names the currency. They work on decimal strings and keep the digits they are given: nothing
// is rounded, abbreviated or turned into a float. Runs in the browser too.

const SYMBOLS: Readonly<Record<string, string>> = {
  USD: '$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
  INR: '₹',
};

const DECIMAL = /^(-?)(\d+)(\.\d+)?$/;
const MINUS = '−';
const NO_BREAK_SPACE = '\u00a0';

/** `always` puts a plus in front of what is above zero, for amounts that move. */
export type Sign = 'minus' | 'always';

/** In a sentence: `formatAmount('-1234.50', 'USD')` is "−$1,234.50", in KWD "KWD 1,234.500". */
export function formatAmount(amount: string, currency: string, sign: Sign = 'minus'): string {
  const parts = partsOf(amount, sign);
  const symbol = SYMBOLS[currency];
  return `${parts.sign}${symbol ?? currency + NO_BREAK_SPACE}${parts.digits}`;
}

/** In a table under a heading that names the currency: `formatFigure('-60')` is "−60". */
export function formatFigure(amount: string, sign: Sign = 'minus'): string {
  const parts = partsOf(amount, sign);
  return parts.sign + parts.digits;
}

/** True for "0", "0.00" and "-0.00": zero lines are left out of sums. */
export function isZeroAmount(amount: string): boolean {
  return !/[1-9]/.test(amount);
}

function partsOf(amount: string, sign: Sign): { sign: string; digits: string } {
  const match = DECIMAL.exec(amount);
  if (match === null) throw new Error(`not a decimal amount: ${JSON.stringify(amount)}`);
  const [, minus = '', whole = '', fraction = ''] = match;
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + fraction;
  if (isZeroAmount(amount)) return { sign: '', digits };
  return { sign: minus === '-' ? MINUS : sign === 'always' ? '+' : '', digits };
}
