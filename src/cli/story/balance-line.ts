// The line of a transcript that tells somebody's balances.
import { formatAmount } from '../../words/money.ts';
import { listed } from '../../words/scene.ts';

const balanceNames: Readonly<Record<string, string>> = {
  available: 'available',
  charged: 'charged to the card',
  owed: 'owed',
  pending: 'pending',
  held: 'in dispute',
  leaving: 'on its way to the bank',
  withdrawn: 'withdrawn',
  fees: 'of fees',
  protection: 'for protection',
  held_for_others: 'held for others',
};

/** "Ann has $450.00 pending and $0.00 available." */
export function balanceLine(
  who: string,
  asked: readonly string[],
  balances: Readonly<Record<string, string>>,
  currency: string,
): string {
  const parts = asked
    .filter((name) => balances[name] !== undefined)
    .map(
      (name) => `${formatAmount(balances[name] ?? '0', currency)} ${balanceNames[name] ?? name}`,
    );
  return `${who} has ${listed(parts)}.`;
}
