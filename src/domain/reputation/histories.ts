// Histories for tests: contracts that ended, each with only what matters to the test. Nothing that
// runs reads this.
import type { Instant } from '../calendar.ts';
import { money } from '../money/money.ts';
import type { OutcomeFacts } from './history.ts';
import type { Scoring } from './judged.ts';

export const at = (text: string): Instant => Temporal.Instant.from(text);
const span = (text: string) => Temporal.Duration.from(text);
export const usd = (minor: number) => money(BigInt(minor), 'USD');

/** When all these tests look. */
export const now = at('2026-11-24T12:00Z');

export const open: Scoring = {
  rules: {
    windows: [span('P6M'), span('P12M'), span('P24M')],
    positiveFrom: 400,
    negativeBelow: 300,
    weights: [100, 125, 150],
    lasting: { span: span('P90D'), weight: 100, most: 8 },
    minimum: { contracts: 2, counterparts: 2 },
    missingFeedback: 'left_out',
  },
  upTo: { USD: [usd(250_00), usd(1_000_00)], JPY: [money(37500n, 'JPY'), money(150000n, 'JPY')] },
};

export const classic: Scoring = { ...open, rules: { ...open.rules, missingFeedback: 'a_third' } };

let made = 0;

/** Ended in October after two weeks, paid 100.00, with a client of its own and five stars. */
export function ended(changes: Partial<OutcomeFacts> = {}): OutcomeFacts {
  made += 1;
  const contract = `ctr_${String(made).padStart(4, '0')}`;
  return {
    contract,
    counterpart: `psn_of_${contract}`,
    acceptedAt: at('2026-10-01T09:00Z'),
    endedAt: at('2026-10-15T09:00Z'),
    cancelled: false,
    feedback: rated(5, 5, 5, 5, 5, 5),
    netPaid: usd(100_00),
    paidAt: [at('2026-10-14T09:00Z')],
    lostDisputeAt: null,
    ...changes,
  };
}

const known = at('2026-10-20T09:00Z');

export function rated(...stars: readonly number[]): OutcomeFacts['feedback'] {
  return { is: 'given', at: known, stars };
}

export const silent: OutcomeFacts['feedback'] = { is: 'none', at: known };
export const sealed: OutcomeFacts['feedback'] = { is: 'sealed' };
export const flagged: OutcomeFacts['feedback'] = { is: 'flagged', at: known };
export const bad = rated(1, 1, 1, 1, 1, 1);
export const soSo = rated(3, 3, 3, 4, 4, 4);
