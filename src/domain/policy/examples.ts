// The two policies that the house ships, as values: what tests, examples and properties of the
// domain decide by. The documents themselves are policies/*.yaml, parsed on a floor above; a test
// there holds the two to the same numbers. Nothing that runs reads this file.
import { present } from '../assert.ts';
import type { Currency } from '../money/currencies.ts';
import { fromDecimal } from '../money/money.ts';
import type { CurrencyRules, Policy } from './policy.ts';

const span = (text: string): Temporal.Duration => Temporal.Duration.from(text);

type Row = readonly [currency: Currency, milestone: string, hourly: string, netPaid: string];

function rules(rows: readonly Row[]): Readonly<Record<Currency, CurrencyRules>> {
  const amount = (text: string, currency: Currency) =>
    present(fromDecimal(text, currency), `${text} in ${currency}`);
  return Object.fromEntries(
    rows.map(([currency, milestone, hourly, netPaid]) => [
      currency,
      {
        milestoneMin: amount(milestone, currency),
        hourlyMinRate: amount(hourly, currency),
        minNetPaid: amount(netPaid, currency),
      },
    ]),
  );
}

/** policies/standard.yaml: changes by agreement, counters, mutual ends, no fee for the client. */
export const standard: Policy = {
  name: 'standard',
  version: '2026-2',
  hash: 'example of standard',
  currencies: rules([
    ['USD', '5.00', '3.00', '1.00'],
    ['EUR', '5.00', '3.00', '1.00'],
    ['GBP', '4.00', '2.50', '1.00'],
    ['JPY', '800', '450', '150'],
    ['INR', '400.00', '250.00', '80.00'],
    ['KWD', '1.500', '1.000', '0.300'],
  ]),
  offer: { expires: span('P7D'), counter: true },
  change: { answer: span('P7D') },
  milestone: { maxFunded: 1, edit: 'mutual' },
  review: {
    window: span('P14D'),
    onSilence: 'release',
    maxChanges: 2,
    reminders: [span('P7D'), span('P11D'), span('P13D')],
  },
  clarification: { remind: span('P2D') },
  escrowRefund: { answer: span('P7D'), onSilence: 'refund' },
  cancel: { answer: span('P7D') },
  clearing: span('P5D'),
  charge: { timeout: span('P1D') },
  feedback: { window: span('P14D') },
  fee: { freelancerBps: 1000, clientBps: 0 },
};

/** policies/classic-2016.yaml: no counters, no mutual end, and a fee of 2.75 % for the client. */
export const classic2016: Policy = {
  ...standard,
  name: 'classic-2016',
  version: '2016-1',
  hash: 'example of classic-2016',
  currencies: rules([
    ['USD', '0.01', '3.00', '1.00'],
    ['EUR', '0.01', '3.00', '1.00'],
    ['GBP', '0.01', '2.50', '1.00'],
    ['JPY', '1', '450', '150'],
    ['INR', '0.01', '250.00', '80.00'],
    ['KWD', '0.001', '1.000', '0.300'],
  ]),
  offer: { expires: span('P7D'), counter: false },
  milestone: { maxFunded: 1, edit: 'client' },
  review: {
    window: span('P14D'),
    onSilence: 'release',
    maxChanges: null,
    reminders: [span('P11D')],
  },
  clarification: { remind: null },
  cancel: null,
  fee: { freelancerBps: 1000, clientBps: 275 },
};
