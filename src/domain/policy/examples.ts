// The two policies that the house ships, as values: what tests, examples and properties of the
// domain decide by. The documents themselves are policies/*.yaml, parsed on a floor above; a test
// there holds the two to the same numbers. Nothing that runs reads this file.
import { present } from '../assert.ts';
import type { Currency } from '../money/currencies.ts';
import { fromDecimal } from '../money/money.ts';
import type { CurrencyRules, Policy } from './policy.ts';

const span = (text: string): Temporal.Duration => Temporal.Duration.from(text);

type Row = readonly [
  currency: Currency,
  milestone: string,
  hourly: string,
  netPaid: string,
  costs: readonly [least: string, most: string],
  scoreUpTo: readonly string[],
];

function rules(rateBps: number, rows: readonly Row[]): Readonly<Record<Currency, CurrencyRules>> {
  return Object.fromEntries(
    rows.map(([currency, milestone, hourly, netPaid, [least, most], scoreUpTo]) => {
      const amount = (text: string) =>
        present(fromDecimal(text, currency), `${text} in ${currency}`);
      const row: CurrencyRules = {
        milestoneMin: amount(milestone),
        hourlyMinRate: amount(hourly),
        minNetPaid: amount(netPaid),
        arbitrationCost: { rateBps, least: amount(least), most: amount(most) },
        scoreUpTo: scoreUpTo.map(amount),
      };
      return [currency, row];
    }),
  );
}

type Step = Policy['dormancy']['steps'][number];

function step(who: Step['who'], length: string, more: Partial<Step> = {}): Step {
  return { who, for: span(length), mayRequestRelease: false, onSilence: 'next', ...more };
}

/** policies/standard.yaml: changes by agreement, counters, mutual ends, no fee for the client. */
export const standard: Policy = {
  name: 'standard',
  version: '2026-2',
  hash: 'example of standard',
  currencies: rules(500, [
    ['USD', '5.00', '3.00', '1.00', ['5.00', '100.00'], ['250.00', '1000.00']],
    ['EUR', '5.00', '3.00', '1.00', ['5.00', '100.00'], ['250.00', '1000.00']],
    ['GBP', '4.00', '2.50', '1.00', ['4.00', '80.00'], ['200.00', '800.00']],
    ['JPY', '800', '450', '150', ['800', '15000'], ['38000', '150000']],
    ['INR', '400.00', '250.00', '80.00', ['400.00', '8500.00'], ['21000.00', '85000.00']],
    ['KWD', '1.500', '1.000', '0.300', ['1.500', '30.000'], ['75.000', '300.000']],
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
  dormancy: {
    after: span('P90D'),
    countsMessages: true,
    steps: [
      step('client', 'P7D'),
      step('freelancer', 'P7D', { mayRequestRelease: true }),
      step('client', 'P14D', { onSilence: 'release' }),
    ],
  },
  reopen: 'mutual',
  clearing: span('P5D'),
  charge: { timeout: span('P1D') },
  evidence: { keep: span('P180D') },
  bonus: { afterEnd: span('P365D') },
  refund: { window: span('P180D') },
  dispute: { escrow: { answer: span('P5D'), onSilence: 'pay_freelancer' } },
  mediation: { window: span('P30D'), recommend: span('P5D'), answer: span('P2D') },
  arbitration: { optIn: span('P7D'), rule: span('P14D') },
  feedback: { window: span('P14D'), respond: span('P28D'), changeWindow: span('P14D') },
  fee: { freelancerBps: 1000, clientBps: 0 },
  score: {
    windows: [span('P6M'), span('P12M'), span('P24M')],
    positiveFrom: 400,
    negativeBelow: 300,
    weights: [100, 125, 150],
    lasting: { span: span('P90D'), weight: 100, most: 8 },
    minimum: { contracts: 2, counterparts: 2 },
    missingFeedback: 'left_out',
  },
};

/** policies/classic-2016.yaml: no counters, no mutual end, and a fee of 2.75 % for the client. */
export const classic2016: Policy = {
  ...standard,
  name: 'classic-2016',
  version: '2016-1',
  hash: 'example of classic-2016',
  currencies: rules(0, [
    ['USD', '0.01', '3.00', '1.00', ['291.00', '291.00'], ['250.00', '1000.00']],
    ['EUR', '0.01', '3.00', '1.00', ['270.00', '270.00'], ['250.00', '1000.00']],
    ['GBP', '0.01', '2.50', '1.00', ['230.00', '230.00'], ['200.00', '800.00']],
    ['JPY', '1', '450', '150', ['44000', '44000'], ['38000', '150000']],
    ['INR', '0.01', '250.00', '80.00', ['24500.00', '24500.00'], ['21000.00', '85000.00']],
    ['KWD', '0.001', '1.000', '0.300', ['90.000', '90.000'], ['75.000', '300.000']],
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
  dormancy: {
    after: span('P90D'),
    countsMessages: false,
    steps: [step('client', 'P7D'), step('freelancer', 'P7D')],
  },
  reopen: 'never',
  bonus: { afterEnd: null },
  dispute: { escrow: { answer: span('P7D'), onSilence: 'pay_freelancer' } },
  mediation: { window: span('P30D'), recommend: span('P7D'), answer: span('P2D') },
  arbitration: { optIn: span('P5D'), rule: span('P30D') },
  feedback: { window: span('P14D'), respond: null, changeWindow: span('P14D') },
  fee: { freelancerBps: 1000, clientBps: 275 },
  score: { ...standard.score, missingFeedback: 'a_third' },
};
