// A line of a statement in words: what came or went, and what it was for.
import { formatAmount } from '../money.ts';

export type WordedLine = {
  readonly type: string;
  readonly amount: string;
  readonly available: string;
  readonly gross?: string;
  readonly fee?: string;
  readonly milestone?: { readonly title: string };
};

type Named = { readonly in: string; readonly out: string };

/** By the sign of the amount: what came in by it, what went out. */
const names: Readonly<Record<string, Named>> = {
  charged: { in: 'Charged to your card', out: 'Charged to your card' },
  milestone_funded: { in: 'Held', out: 'Held' },
  payment_released: { in: 'Paid', out: 'Paid' },
  bonus_paid: { in: 'Bonus', out: 'Bonus paid' },
  expense_paid: { in: 'Expenses paid back', out: 'Expenses paid' },
  refund_given: { in: 'Given back to you', out: 'Given back' },
  escrow_returned: { in: 'Back from what was held', out: 'Given back' },
  dispute_closed: { in: 'From a dispute', out: 'To settle a dispute' },
  arbitration_paid: { in: 'Cost of a ruling', out: 'Cost of a ruling' },
  arbitration_cost_returned: { in: 'Cost of a ruling, back', out: 'Cost of a ruling' },
  charge_credited: { in: 'A late charge, credited', out: 'A late charge' },
  earnings_cleared: { in: 'Became available', out: 'Became available' },
  deposit_confirmed: { in: 'Added from your card', out: 'Added' },
  payout_requested: { in: 'Withdrawal', out: 'Withdrawn to your bank' },
  payout_failed: { in: 'Withdrawal came back', out: 'Withdrawal' },
};

export function statementLineText(line: WordedLine): string {
  const name = names[line.type];
  const words =
    name === undefined
      ? line.type.replaceAll('_', ' ')
      : line.amount.startsWith('-')
        ? name.out
        : name.in;
  return line.milestone === undefined ? words : `${words}: “${line.milestone.title}”`;
}

/** How the amount came about: "$600.00 − $60.00 fee"; nothing where it is the amount itself. */
export function workingText({ gross, fee }: WordedLine, currency: string): string {
  if (gross === undefined || fee === undefined || !/[1-9]/.test(fee)) return '';
  return `${formatAmount(gross, currency)} − ${formatAmount(fee, currency)} fee`;
}
