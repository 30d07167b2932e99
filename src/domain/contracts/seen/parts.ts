// Pieces of a contract in the form in which they leave the core: terms, policy, facts of a
// refusal. Views and events share them, so that one thing always reads the same.
import { type Money, toDecimal } from '../../money/money.ts';
import type { FileRef, TextRef } from '../../people.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Fact } from '../../rejections.ts';
import type { MilestoneChange, MilestoneTerms, Terms, TermsPatch } from '../contract.ts';
import type { Texts } from './feedback.ts';
import type {
  FileView,
  MilestoneChangeView,
  MilestoneTermsView,
  PolicyView,
  TermsView,
} from './view.ts';

/** A key with its value, or nothing: absent keys instead of empty ones. */
export function maybe<K extends string, V>(
  key: K,
  value: V | null | undefined,
): { readonly [P in K]?: V } {
  return (value === null || value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

export function textOf(ref: TextRef | null, texts: Texts): string | null {
  return ref === null ? null : texts(ref.text);
}

/** A file with its name, which lies among the texts under the same id. */
export function fileSeen(ref: FileRef, texts: Texts): FileView {
  return { ...ref, ...maybe('name', texts(ref.file)) };
}

export function milestoneTermsSeen(m: MilestoneTerms): MilestoneTermsView {
  const due = m.due === null ? null : `${m.due}`;
  return { id: m.id, title: m.title, amount: toDecimal(m.amount), due };
}

export function termsSeen(terms: Terms, texts: Texts): TermsView {
  return {
    version: terms.version,
    title: terms.title,
    kind: terms.kind,
    currency: terms.currency,
    ...maybe('scope', textOf(terms.scope, texts)),
    ...maybe('starts', terms.starts?.toString()),
    fund_first: terms.fundFirst,
  };
}

/** Terms with their plan: of an offer, a revision or a counter-offer. */
export function fullTermsSeen(terms: Terms, texts: Texts) {
  return { ...termsSeen(terms, texts), milestones: terms.milestones.map(milestoneTermsSeen) };
}

function milestoneChangeSeen(m: MilestoneChange): MilestoneChangeView {
  return {
    id: m.id,
    ...maybe('title', m.title),
    ...maybe('amount', m.amount === undefined ? null : toDecimal(m.amount)),
    ...(m.due === undefined ? {} : { due: m.due === null ? null : `${m.due}` }),
  };
}

export function patchSeen(patch: TermsPatch, texts: Texts) {
  return {
    milestones: patch.milestones.map(milestoneChangeSeen),
    remove: patch.remove,
    ...maybe('scope', textOf(patch.scope, texts)),
  };
}

export function policySeen(policy: Policy, currency: string): PolicyView {
  const min = policy.currencies[currency]?.milestoneMin;
  return {
    name: policy.name,
    version: policy.version,
    hash: policy.hash,
    offer: { expires: `${policy.offer.expires}`, counter: policy.offer.counter },
    change: { answer: `${policy.change.answer}` },
    milestone: {
      min: min === undefined ? '0' : toDecimal(min),
      max_funded: policy.milestone.maxFunded,
      edit: policy.milestone.edit,
    },
    review: { window: `${policy.review.window}`, max_changes: policy.review.maxChanges },
    escrow_refund: { answer: `${policy.escrowRefund.answer}` },
    cancel: policy.cancel === null ? null : { answer: `${policy.cancel.answer}` },
    clearing: `${policy.clearing}`,
    feedback: { window: `${policy.feedback.window}` },
    fee: { freelancer_bps: policy.fee.freelancerBps, client_bps: policy.fee.clientBps },
  };
}

export function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}

/** The facts of a refusal, as they are written out: amounts and instants as texts. */
export function factsSeen(
  facts: Readonly<Record<string, Fact>>,
): Readonly<Record<string, string | number>> {
  const seen: Record<string, string | number> = {};
  for (const [name, fact] of Object.entries(facts)) {
    seen[name] =
      typeof fact === 'object' ? (isMoney(fact) ? toDecimal(fact) : fact.toString()) : fact;
  }
  return seen;
}
