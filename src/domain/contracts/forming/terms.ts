// Terms out of the fields of an offer, judged by the policy that will be frozen with them:
// currency on offer, amounts with the right digits and at least the minimum, ids unique. Of
// several faults the one is named whose code comes first in the list of rejections.
import { type Currency, digitsOf } from '../../money/currencies.ts';
import { type Money, toDecimal } from '../../money/money.ts';
import type { Policy } from '../../policy/policy.ts';
import { allOr, isRejection, type Rejection, reject } from '../../rejections.ts';
import type { ChangedTerms, MilestoneFields, OfferTerms } from '../commands.ts';
import type { MilestoneTerms, Terms } from '../contract.ts';
import { amountWithin } from '../guards.ts';

/** The amount of a milestone: positive, not below the minimum, exact in its currency. */
export function milestoneAmount(
  text: string,
  currency: Currency,
  policy: Policy,
  field = 'amount',
): Money | Rejection {
  const minimum = policy.currencies[currency]?.milestoneMin;
  if (minimum === undefined) return reject('currency_not_offered', { currency }, 'currency');
  return amountWithin(text, currency, field, { minimum });
}

/** A name for a milestone that has none: "m1", "m2" …, the first that is free. */
export function freeId(taken: ReadonlySet<string>): string {
  let number = taken.size + 1;
  while (taken.has(`m${number}`)) number += 1;
  return `m${number}`;
}

/** The terms of one new milestone; its id must be free. */
export function milestoneTerms(
  fields: MilestoneFields,
  taken: ReadonlySet<string>,
  currency: Currency,
  policy: Policy,
  path = '',
): MilestoneTerms | Rejection {
  const id = fields.id ?? freeId(taken);
  if (taken.has(id)) return reject('milestone_exists', { milestone: id }, `${path}id`);
  const amount = milestoneAmount(fields.amount, currency, policy, `${path}amount`);
  if (isRejection(amount)) return amount;
  return { id, title: fields.title, amount, due: fields.due ?? null };
}

/** All milestones of an offer, in the order given, ids made where absent. */
export function milestonesOf(
  list: readonly MilestoneFields[],
  currency: Currency,
  policy: Policy,
): readonly MilestoneTerms[] | Rejection {
  const named = new Set(list.flatMap((fields) => (fields.id === undefined ? [] : [fields.id])));
  const taken = new Set<string>();
  const milestones = list.map((fields, index) => {
    const id = fields.id ?? freeId(new Set([...named, ...taken]));
    const path = `milestones[${index}].`;
    const milestone = milestoneTerms({ ...fields, id }, taken, currency, policy, path);
    taken.add(id);
    return milestone;
  });
  return allOr(milestones);
}

/** The first version of terms, with its own copy of the policy. */
export function termsOf(fields: OfferTerms, policy: Policy): Terms | Rejection {
  const { currency } = fields;
  const known = digitsOf(currency) !== undefined && Object.hasOwn(policy.currencies, currency);
  if (!known) return reject('currency_not_offered', { currency }, 'currency');
  const milestones = milestonesOf(fields.milestones, currency, policy);
  if (isRejection(milestones)) return milestones;
  return {
    version: 1,
    title: fields.title,
    scope: fields.scope ?? null,
    kind: 'fixed',
    currency,
    milestones,
    starts: fields.starts ?? null,
    fundFirst: fields.fund_first ?? false,
    policy,
  };
}

function asFields({ id, title, amount, due }: MilestoneTerms): MilestoneFields {
  const fields = { id, title, amount: toDecimal(amount) };
  return due === null ? fields : { ...fields, due };
}

/**
 * The terms of an offer with some of them changed, judged anew by the policy; until acceptance
 * they are still the first version. Milestones, where given, replace the whole plan.
 */
export function changedTerms(
  terms: Terms,
  fields: ChangedTerms,
  policy: Policy,
): Terms | Rejection {
  const { currency } = terms;
  // Whoever sends all terms again names it too; another one would be another offer.
  if (fields.currency !== undefined && fields.currency !== currency) {
    return reject('currency_not_offered', { currency: fields.currency }, 'currency');
  }
  const whole = {
    kind: 'fixed' as const,
    currency,
    title: fields.title ?? terms.title,
    milestones: fields.milestones ?? terms.milestones.map(asFields),
    fund_first: fields.fund_first ?? terms.fundFirst,
  };
  const changed = termsOf(whole, policy);
  if (isRejection(changed)) return changed;
  return {
    ...changed,
    scope: fields.scope ?? terms.scope,
    starts: fields.starts ?? terms.starts,
  };
}
