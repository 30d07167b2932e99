// The history behind a success score as a document: everything that the score is made of, the
// rules by which it was made, and what came out. Whoever has it can recompute the number without
// this server. Sealed feedback is not in it: an entry only says that nothing is known yet.
import { z } from 'zod';
import { digitsOf } from '../domain/money/currencies.ts';
import { fromDecimal, isDecimal, type Money, toDecimal } from '../domain/money/money.ts';
import type { Policy } from '../domain/policy/policy.ts';
import type { OutcomeFacts, ScoredAs } from '../domain/reputation/history.ts';
import type { Scoring } from '../domain/reputation/judged.ts';
import type { Score, ScoreLine } from '../domain/reputation/success-score.ts';

const instant = z
  .string()
  .refine(isInstant, { error: 'is an instant such as 2026-03-02T09:00:00Z' });
const duration = z.string().refine(isDuration, { error: 'is a duration such as P6M' });
const whole = z.int().min(0).max(1_000_000);
const name = z.string().min(1).max(200);

const feedback = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('sealed') }),
  z.strictObject({ is: z.literal('none'), at: instant }),
  z.strictObject({ is: z.literal('flagged'), at: instant }),
  z.strictObject({
    is: z.literal('given'),
    at: instant,
    stars: z.array(z.int().min(1).max(5)).length(6),
  }),
]);

const entry = z
  .strictObject({
    contract: name,
    title: z.string(),
    counterpart: name,
    counterpart_name: z.string(),
    accepted: instant,
    ended: instant.nullable(),
    cancelled: z.boolean(),
    feedback,
    net_paid: z.string().refine(isDecimal, { error: 'is a decimal' }),
    currency: z.string().refine((code) => digitsOf(code) !== undefined, { error: 'is a currency' }),
    paid: z.array(instant),
    lost_dispute: instant.nullable(),
  })
  .refine(({ net_paid, currency }) => fromDecimal(net_paid, currency) !== null, {
    error: 'has more digits than its currency',
    path: ['net_paid'],
  });

const rules = z.strictObject({
  windows: z.array(duration).min(1).max(10),
  positive_from: whole,
  negative_below: whole,
  weights: z.array(whole).min(1),
  lasting: z.strictObject({ span: duration, weight: whole, most: z.int().min(0).max(100) }),
  minimum: z.strictObject({ contracts: whole, counterparts: whole }),
  missing_feedback: z.enum(['left_out', 'a_third']),
  up_to: z.record(z.string(), z.array(z.string().refine(isDecimal))),
});

const line = z.strictObject({
  contract: name,
  counted: z.boolean(),
  reason: z.string(),
  value: z.int().optional(),
  weight: whole.optional(),
  share: z.int().nullable().optional(),
});

export const scoreAnswerShape = z.strictObject({
  score: z.int().min(0).max(100).nullable(),
  window: duration.nullable(),
  windows: z.array(
    z.strictObject({
      window: duration,
      from: instant,
      score: z.int().min(0).max(100).nullable(),
      counted: whole,
      counterparts: whole,
    }),
  ),
  contracts: z.array(line),
});

export const scoreHistoryShape = z
  .strictObject({
    format: z.literal('endwell-score-1'),
    person: name,
    as: z.enum(['freelancer', 'client']),
    at: instant,
    policy: z.string(),
    /** Stars and weights in hundredths. */
    rules,
    contracts: z.array(entry).max(100_000),
    explained: scoreAnswerShape,
  })
  .meta({ id: 'ScoreHistory' });

export type ScoreHistory = z.infer<typeof scoreHistoryShape>;
export type ScoreAnswer = z.infer<typeof scoreAnswerShape>;

/** What people call a contract and the other side, by the contract's id. */
export type Called = (contract: string) => { readonly title: string; readonly other: string };

export type Exported = {
  readonly person: string;
  readonly as: ScoredAs;
  readonly policy: Policy;
  readonly scoring: Scoring;
  readonly history: readonly OutcomeFacts[];
  readonly score: Score;
};

export function scoreHistoryOf(exported: Exported, called: Called): ScoreHistory {
  const { person, as, policy, scoring, history, score } = exported;
  return {
    format: 'endwell-score-1',
    person,
    as,
    at: `${score.at}`,
    policy: `${policy.name} ${policy.version}`,
    rules: rulesOf(scoring),
    contracts: history.map((one) => entryOf(one, called)),
    explained: scoreAnswerOf(score),
  };
}

export function scoreAnswerOf({ score, window, windows, contracts }: Score): ScoreAnswer {
  return {
    score,
    window: window === null ? null : `${window}`,
    windows: windows.map((one) => ({ ...one, window: `${one.window}`, from: `${one.from}` })),
    contracts: contracts.map((one: ScoreLine) => ({ ...one })),
  };
}

function rulesOf({ rules, upTo }: Scoring): ScoreHistory['rules'] {
  const { lasting } = rules;
  return {
    windows: rules.windows.map(String),
    positive_from: rules.positiveFrom,
    negative_below: rules.negativeBelow,
    weights: [...rules.weights],
    lasting: { span: `${lasting.span}`, weight: lasting.weight, most: lasting.most },
    minimum: { ...rules.minimum },
    missing_feedback: rules.missingFeedback,
    up_to: Object.fromEntries(
      Object.entries(upTo).map(([currency, steps]) => [currency, steps.map(toDecimal)]),
    ),
  };
}

function entryOf(one: OutcomeFacts, called: Called): ScoreHistory['contracts'][number] {
  const { title, other } = called(one.contract);
  const { feedback: known } = one;
  return {
    contract: one.contract,
    title,
    counterpart: one.counterpart,
    counterpart_name: other,
    accepted: `${one.acceptedAt}`,
    ended: one.endedAt === null ? null : `${one.endedAt}`,
    cancelled: one.cancelled,
    feedback:
      known.is === 'sealed'
        ? known
        : known.is === 'given'
          ? { is: 'given', at: `${known.at}`, stars: [...known.stars] }
          : { is: known.is, at: `${known.at}` },
    net_paid: toDecimal(one.netPaid),
    currency: one.netPaid.currency,
    paid: one.paidAt.map(String),
    lost_dispute: one.lostDisputeAt === null ? null : `${one.lostDisputeAt}`,
  };
}

/** What the domain needs to compute it again. Throws for a document that was not parsed. */
export function readScoreHistory(document: ScoreHistory): {
  readonly scoring: Scoring;
  readonly history: readonly OutcomeFacts[];
  readonly at: Temporal.Instant;
} {
  return {
    scoring: scoringOf(document.rules),
    history: document.contracts.map(factsOf),
    at: Temporal.Instant.from(document.at),
  };
}

function scoringOf({ up_to, lasting, ...given }: ScoreHistory['rules']): Scoring {
  const steps = Object.entries(up_to).map(([currency, amounts]) => [
    currency,
    amounts.map((amount) => amountIn(amount, currency)),
  ]);
  return {
    rules: {
      windows: given.windows.map((text) => Temporal.Duration.from(text)),
      positiveFrom: given.positive_from,
      negativeBelow: given.negative_below,
      weights: given.weights,
      lasting: { ...lasting, span: Temporal.Duration.from(lasting.span) },
      minimum: given.minimum,
      missingFeedback: given.missing_feedback,
    },
    upTo: Object.fromEntries(steps),
  };
}

function amountIn(text: string, currency: string): Money {
  const amount = digitsOf(currency) === undefined ? null : fromDecimal(text, currency);
  if (amount === null) throw new RangeError(`${text} is no amount in ${currency}`);
  return amount;
}

function factsOf(one: ScoreHistory['contracts'][number]): OutcomeFacts {
  const known = one.feedback;
  return {
    contract: one.contract,
    counterpart: one.counterpart,
    acceptedAt: Temporal.Instant.from(one.accepted),
    endedAt: one.ended === null ? null : Temporal.Instant.from(one.ended),
    cancelled: one.cancelled,
    feedback: known.is === 'sealed' ? known : { ...known, at: Temporal.Instant.from(known.at) },
    netPaid: amountIn(one.net_paid, one.currency),
    paidAt: one.paid.map((text) => Temporal.Instant.from(text)),
    lostDisputeAt: one.lost_dispute === null ? null : Temporal.Instant.from(one.lost_dispute),
  };
}

function isInstant(text: string): boolean {
  return parses(() => Temporal.Instant.from(text));
}

function isDuration(text: string): boolean {
  return parses(() => {
    if (Temporal.Duration.from(text).sign <= 0) throw new RangeError('a span is positive');
  });
}

function parses(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
