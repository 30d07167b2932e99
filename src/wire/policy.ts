// From the YAML of a policy to the policy that the domain reads. A mistake is refused with the
// line, the key and a sentence; nothing is guessed and nothing has a default. Reading the files
// is for main; this only parses.
import { type Document, isMap, isPair, isScalar, LineCounter, parseDocument } from 'yaml';
import { digitsOf } from '../domain/money/currencies.ts';
import { fromDecimal, type Money } from '../domain/money/money.ts';
import type { CurrencyRules, Policy } from '../domain/policy/policy.ts';
import { canonicalHash } from './canonical.ts';
import { type PolicyDocument, policyShape } from './policy-shape.ts';

export type { PolicyDocument } from './policy-shape.ts';

/** What is wrong with a policy, one sentence a line, each with where it is. */
export class PolicyRefused extends Error {
  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'PolicyRefused';
  }
}

/** The policy in a YAML text. Throws PolicyRefused with every mistake at once. */
export function parsePolicy(yaml: string): Policy {
  return policyOf(parsePolicyDocument(yaml));
}

/** The same, whole: also the rules that the domain does not know yet. */
export function parsePolicyDocument(yaml: string): PolicyDocument {
  const lines = new LineCounter();
  const doc = parseDocument(yaml, { version: '1.2', schema: 'core', lineCounter: lines });
  if (doc.errors.length > 0) throw new PolicyRefused(doc.errors.map((error) => error.message));
  const parsed = policyShape.safeParse(doc.toJS({ maxAliasCount: 20 }), { reportInput: true });
  if (!parsed.success) {
    throw new PolicyRefused(parsed.error.issues.flatMap((issue) => sentences(doc, lines, issue)));
  }
  const problems = problemsOfAmounts(parsed.data);
  if (problems.length > 0) throw new PolicyRefused(problems);
  return parsed.data;
}

type Issue = {
  readonly code: string;
  readonly path: PropertyKey[];
  readonly message: string;
  readonly input?: unknown;
  readonly keys?: readonly string[];
};

function sentences(doc: Document, lines: LineCounter, issue: Issue): string[] {
  const at = (path: readonly PropertyKey[]) => `${place(doc, lines, path)}${path.join('.')}`;
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => `${at([...issue.path, key])} is not a key of a policy.`);
  }
  if (issue.input === undefined) return [`${at(issue.path)} is missing.`];
  const what = /^is /.test(issue.message) ? issue.message : `is not right: ${issue.message}`;
  return [`${at(issue.path) || 'A policy'} ${what}.`];
}

/** "line 12: " for a key that is there, nothing for one that is missing. */
function place(doc: Document, lines: LineCounter, path: readonly PropertyKey[]): string {
  const parent = path.length > 1 ? doc.getIn(path.slice(0, -1), true) : doc.contents;
  if (!isMap(parent)) return '';
  const pair = parent.items.find(
    (item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1),
  );
  const start = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  return start === undefined ? '' : `line ${lines.linePos(start).line}: `;
}

/** Amounts in the digits of their currency, which a shape alone cannot know. */
function problemsOfAmounts(document: PolicyDocument): string[] {
  const problems: string[] = [];
  if (Object.hasOwn(document.currencies, document.currency)) {
    problems.push(
      `currencies.${document.currency} is the policy's own currency; its amounts stand above.`,
    );
  }
  for (const [currency, rules] of Object.entries(amountsByCurrency(document))) {
    if (digitsOf(currency) === undefined) {
      problems.push(`currencies.${currency} is not a currency that we know.`);
      continue;
    }
    for (const amount of rules) {
      if (fromDecimal(amount, currency) === null) {
        problems.push(`${amount} has more digits than ${currency} has.`);
      }
    }
  }
  return problems;
}

type Cost = PolicyDocument['arbitration']['cost'];

function amountsOfCost(cost: Cost): readonly string[] {
  return 'fixed' in cost ? [cost.fixed] : [cost.least, cost.most];
}

function amountsByCurrency(document: PolicyDocument): Record<string, readonly string[]> {
  const rows = Object.entries(rowsOf(document)).map(([currency, row]) => [
    currency,
    [
      row.milestone_min,
      row.hourly_min_rate,
      row.feedback_min_net_paid,
      ...amountsOfCost(row.arbitration_cost),
      ...row.score_up_to,
    ],
  ]);
  return Object.fromEntries(rows);
}

function inCurrency(text: string, currency: string): Money {
  const amount = fromDecimal(text, currency);
  if (amount === null) throw new PolicyRefused([`${text} has more digits than ${currency} has.`]);
  return amount;
}

type Row = PolicyDocument['currencies'][string];

/** The policy's own currency in the form in which the others have their rows. */
function ownRow(document: PolicyDocument): Row {
  const { weights } = document.score;
  return {
    milestone_min: document.milestone.min,
    hourly_min_rate: document.hourly.min_rate,
    arbitration_cost: document.arbitration.cost,
    feedback_min_net_paid: document.feedback.min_net_paid,
    score_up_to: weights.flatMap(({ up_to }) => (up_to === undefined ? [] : [up_to])),
  };
}

function rulesOf(currency: string, row: Row): CurrencyRules {
  const amount = (text: string) => inCurrency(text, currency);
  const cost = row.arbitration_cost;
  return {
    milestoneMin: amount(row.milestone_min),
    hourlyMinRate: amount(row.hourly_min_rate),
    minNetPaid: amount(row.feedback_min_net_paid),
    arbitrationCost:
      'fixed' in cost
        ? { rateBps: 0, least: amount(cost.fixed), most: amount(cost.fixed) }
        : { rateBps: bpsOf(cost.rate), least: amount(cost.least), most: amount(cost.most) },
    scoreUpTo: row.score_up_to.map(amount),
  };
}

function rowsOf(document: PolicyDocument): Record<string, Row> {
  return { [document.currency]: ownRow(document), ...document.currencies };
}

function currencyRules(document: PolicyDocument): Record<string, CurrencyRules> {
  const rows = Object.entries(rowsOf(document));
  return Object.fromEntries(rows.map(([currency, row]) => [currency, rulesOf(currency, row)]));
}

/** "2.75 %" is 275 hundredths of a percent. */
function bpsOf(percent: string): number {
  const [whole = '0', part = ''] = percent.replace(/ ?%$/, '').split('.');
  return Number(whole) * 100 + Number(part.padEnd(2, '0'));
}

function durationOf(text: string): Temporal.Duration {
  return Temporal.Duration.from(text);
}

/** Null for the word that stands for no span. */
function spanOr(text: string, word: 'none' | 'unlimited'): Temporal.Duration | null {
  return text === word ? null : durationOf(text);
}

/** "1.25" is 125 hundredths. */
function hundredths(text: string): number {
  return bpsOf(text);
}

function dormancyOf({ dormancy }: PolicyDocument): Policy['dormancy'] {
  return {
    after: durationOf(dormancy.after),
    countsMessages: dormancy.counts_messages,
    steps: dormancy.steps.map((step) => ({
      who: step.who,
      for: durationOf(step.for),
      mayRequestRelease: step.may_request_release ?? false,
      onSilence: step.on_silence ?? 'next',
    })),
  };
}

function scoreOf({ score }: PolicyDocument): Policy['score'] {
  return {
    windows: score.windows.map(durationOf),
    positiveFrom: hundredths(score.positive_from),
    negativeBelow: hundredths(score.negative_below),
    weights: score.weights.map(({ weight }) => hundredths(weight)),
    lasting: {
      span: durationOf(score.lasting.span),
      weight: hundredths(score.lasting.weight),
      most: score.lasting.most,
    },
    minimum: score.minimum,
    missingFeedback: score.missing_feedback,
  };
}

function conflictOf({ dispute, mediation, arbitration }: PolicyDocument) {
  const { escrow } = dispute;
  return {
    dispute: { escrow: { answer: durationOf(escrow.answer), onSilence: escrow.on_silence } },
    mediation: {
      window: durationOf(mediation.window),
      recommend: durationOf(mediation.recommend),
      answer: durationOf(mediation.answer),
    },
    arbitration: { optIn: durationOf(arbitration.opt_in), rule: durationOf(arbitration.rule) },
  };
}

/** What the domain takes of a document. The hash is over all of it. */
export function policyOf(document: PolicyDocument): Policy {
  const { review, clarification, cancel } = document;
  return {
    name: document.name,
    version: document.version,
    hash: canonicalHash(document),
    currencies: currencyRules(document),
    offer: { expires: durationOf(document.offer.expires), counter: document.offer.counter },
    change: { answer: durationOf(document.change.answer) },
    milestone: { maxFunded: document.milestone.max_funded, edit: document.milestone.edit },
    review: {
      window: durationOf(review.window),
      onSilence: review.on_silence,
      maxChanges: review.max_changes === 'unlimited' ? null : review.max_changes,
      reminders: review.reminders.map(durationOf),
    },
    clarification: {
      remind: spanOr(clarification.remind, 'none'),
    },
    escrowRefund: {
      answer: durationOf(document.escrow_refund.answer),
      onSilence: document.escrow_refund.on_silence,
    },
    cancel: cancel.answer === 'none' ? null : { answer: durationOf(cancel.answer) },
    clearing: durationOf(document.clearing),
    charge: { timeout: durationOf(document.charge.timeout) },
    dormancy: dormancyOf(document),
    reopen: document.reopen,
    evidence: { keep: durationOf(document.evidence.keep) },
    bonus: { afterEnd: spanOr(document.bonus.after_end, 'unlimited') },
    refund: { window: durationOf(document.refund.window) },
    ...conflictOf(document),
    feedback: {
      window: durationOf(document.feedback.window),
      respond: spanOr(document.feedback.respond, 'unlimited'),
      changeWindow: durationOf(document.feedback.change_window),
    },
    score: scoreOf(document),
    fee: {
      freelancerBps: bpsOf(document.fee.freelancer),
      clientBps: bpsOf(document.fee.client),
    },
  };
}
