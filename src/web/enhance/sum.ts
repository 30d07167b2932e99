// Adds decimal strings exactly, for the total under rows that are still being typed. Only a
// preview: the server works everything out anew from what is sent.

const TYPED = /^\d+(\.\d*)?$/;

/** The sum with as many digits as the longest; undefined when something is no amount yet. */
export function sumOf(amounts: readonly string[], digits: number): string | undefined {
  const typed = amounts.map((amount) => amount.trim()).filter((amount) => amount !== '');
  if (!typed.every((amount) => TYPED.test(amount))) return undefined;
  const places = Math.max(digits, ...typed.map((amount) => (amount.split('.')[1] ?? '').length));
  const total = typed.reduce((sum, amount) => sum + scaled(amount, places), 0n);
  const text = String(total).padStart(places + 1, '0');
  return places === 0 ? text : `${text.slice(0, -places)}.${text.slice(-places)}`;
}

function scaled(amount: string, places: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(places, '0'));
}
