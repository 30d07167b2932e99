// The rows of a balance, from the side of a client or a freelancer: lines that add up to their
// sum, to the cent. Lines of nothing are left out, sums are not.
import { add, fromDecimal, subtract, toDecimal, zero } from '../../domain/money/money.ts';
import { isZeroAmount } from '../../words/money.ts';
import { shortDayText } from '../../words/time.ts';
import type { SumRow } from '../parts/amount.tsx';
import type { Reader } from '../parts/frame.ts';
import type { MoneyHere } from './money-of.ts';

function moneyIn(currency: string, amount: string) {
  return fromDecimal(amount, currency) ?? zero(currency);
}

/** The sum of decimal amounts in a currency, exact. */
export function sumOf(currency: string, amounts: readonly string[]): string {
  const all = amounts.map((amount) => moneyIn(currency, amount));
  return toDecimal(all.reduce(add, zero(currency)));
}

export function lessOf(currency: string, from: string, amount: string): string {
  return toDecimal(subtract(moneyIn(currency, from), moneyIn(currency, amount)));
}

function unlessZero(row: SumRow & { readonly amount: string }): readonly SumRow[] {
  return isZeroAmount(row.amount) ? [] : [row];
}

export function clientRows({ currency, wallet, asClient }: MoneyHere): readonly SumRow[] {
  const { available, leaving } = wallet.balances.client;
  const held = asClient?.escrow ?? '0';
  return [
    { label: 'Available now', amount: sumOf(currency, [available]) },
    ...unlessZero({ label: 'Held for your contracts', amount: sumOf(currency, [held]) }),
    ...unlessZero({ label: 'On its way to your bank', amount: leaving }),
    { label: 'In all', amount: sumOf(currency, [available, held, leaving]), kind: 'end' },
  ];
}

/** By when all that clears has become available. */
function clearsText({ clears }: MoneyHere, { zone, now }: Reader): string {
  if (clears === undefined) return 'yours, and not yet available';
  return `available by ${shortDayText(clears, zone, now)}`;
}

export function freelancerRows(here: MoneyHere, reader: Reader): readonly SumRow[] {
  const { currency, wallet } = here;
  const { available, pending, leaving } = wallet.balances.freelancer;
  return [
    { label: 'Available now', amount: available },
    ...unlessZero({ label: 'Clearing', amount: pending, note: clearsText(here, reader) }),
    ...unlessZero({ label: 'On its way to your bank', amount: leaving }),
    { label: 'Yours', amount: sumOf(currency, [available, pending, leaving]), kind: 'end' },
    ...heldRows(here),
  ];
}

/** What is held for somebody's work, and what of it becomes theirs at most. */
export function heldRows({ currency, asFreelancer: held }: MoneyHere): readonly SumRow[] {
  if (held === undefined || isZeroAmount(held.escrow)) return [];
  const asked = isZeroAmount(held.askedBack) ? undefined : `${held.askedBack} of it asked back`;
  return [
    { label: 'Held for your work', amount: held.escrow, note: asked, gap: true },
    ...unlessZero({
      label: 'Fee, if all is paid',
      amount: lessOf(currency, '0', held.fee),
      kind: 'part',
    }),
    { label: 'At most yours', amount: lessOf(currency, held.escrow, held.fee), kind: 'end' },
  ];
}

/** What stands under the available amount of the first page: it is not repeated there. */
export function besideFreelancer(here: MoneyHere, reader: Reader): readonly SumRow[] {
  const { pending, leaving } = here.wallet.balances.freelancer;
  return [
    ...unlessZero({ label: 'Clearing', amount: pending, note: clearsText(here, reader) }),
    ...unlessZero({ label: 'On its way to your bank', amount: leaving }),
    ...heldRows(here),
  ];
}

export function besideClient({ asClient, wallet }: MoneyHere): readonly SumRow[] {
  return [
    ...unlessZero({ label: 'Held for your contracts', amount: asClient?.escrow ?? '0' }),
    ...unlessZero({ label: 'On its way to your bank', amount: wallet.balances.client.leaving }),
  ];
}
