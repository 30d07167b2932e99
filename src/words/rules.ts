// The rules in force, in words: one line for each number of the policy that the engine decides
// by, grouped as a contract lives. The same document, so that help and engine cannot differ.
import { toDecimal } from '../domain/money/money.ts';
import type { Policy } from '../domain/policy/policy.ts';
import { formatAmount } from './money.ts';
import { counted, percent } from './scene.ts';
import { scoreRules } from './score/rules.ts';
import { durationText } from './time.ts';

export type Rule = {
  readonly what: string;
  /** The number: "14 days", "10%". */
  readonly value: string;
  /** What follows from it, also from doing nothing. */
  readonly follows: string;
};

export type RuleGroup = {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
};

export function ruleGroups(policy: Policy): readonly RuleGroup[] {
  return [
    { id: 'offers', title: 'Offers and changes', rules: offers(policy) },
    { id: 'work', title: 'Milestones and work', rules: work(policy) },
    { id: 'end', title: 'The end', rules: end(policy) },
    { id: 'money', title: 'Money', rules: money(policy) },
    { id: 'score', title: 'The success score', rules: scoreRules(policy) },
  ];
}

function offers({ offer, change, clarification }: Policy): readonly Rule[] {
  const reminded = clarification.remind === null ? 'never' : durationText(clarification.remind);
  return [
    {
      what: 'Time to answer an offer',
      value: durationText(offer.expires),
      follows: 'Then it expires and what was held for it goes back. A changed offer begins anew.',
    },
    {
      what: 'Counter-offers',
      value: offer.counter ? 'allowed' : 'not allowed',
      follows: offer.counter
        ? 'The freelancer may answer with other terms; the offer stays acceptable meanwhile.'
        : 'The freelancer accepts or declines.',
    },
    {
      what: 'Time to answer a proposed change',
      value: durationText(change.answer),
      follows: 'Then it lapses and the terms stay as they are.',
    },
    {
      what: 'Reminder of an unanswered question',
      value: reminded,
      follows: 'While a question is open, no due date can be missed; the answer puts it off.',
    },
  ];
}

function work({ milestone, review }: Policy): readonly Rule[] {
  const { maxChanges } = review;
  return [
    {
      what: 'Funded at a time',
      value: counted(milestone.maxFunded, 'milestone'),
      follows: 'Money is held before work on a milestone begins.',
    },
    {
      what: 'Changing an accepted milestone',
      value: milestone.edit === 'mutual' ? 'both agree' : 'the client decides',
      follows: 'Milestones that were added later are a plan, which the client may change.',
    },
    {
      what: 'Time to review submitted work',
      value: durationText(review.window),
      follows: 'Then what is held for the milestone is released: silence pays.',
    },
    {
      what: 'Requests for changes',
      value: maxChanges === null ? 'unlimited' : `${maxChanges} a milestone`,
      follows: 'Each one stops the review; the next submission starts a new one.',
    },
  ];
}

function end({ escrowRefund, cancel, feedback }: Policy): readonly Rule[] {
  return [
    {
      what: 'Ending a contract',
      value: 'either side, any time',
      follows: 'Whoever ends gives feedback with it and sees first what it does to both.',
    },
    {
      what: 'Time to answer a request for held money',
      value: durationText(escrowRefund.answer),
      follows: 'Then the money goes back to the client.',
    },
    {
      what: 'Ending together',
      value: cancel === null ? 'not part of these rules' : durationText(cancel.answer),
      follows:
        cancel === null
          ? 'One side ends, or the other.'
          : 'To answer the proposal; then it lapses and the contract goes on.',
    },
    {
      what: 'Time for feedback',
      value: durationText(feedback.window),
      follows: 'And then to the end of that UTC day. Sealed until both are given or time is over.',
    },
  ];
}

function money({ fee, clearing, charge }: Policy): readonly Rule[] {
  return [
    {
      what: 'Fee for freelancers',
      value: percent(fee.freelancerBps),
      follows: 'Of each payment, rounded to the smallest unit.',
    },
    {
      what: 'Fee for clients',
      value: percent(fee.clientBps),
      follows:
        fee.clientBps === 0
          ? 'Nothing comes on top.'
          : 'On top when money is held, and back in proportion with money that goes back.',
    },
    {
      what: 'From paid to available',
      value: durationText(clearing),
      follows: 'Until then it is yours and clears; nobody can take it back.',
    },
    {
      what: 'Time for a charge to be confirmed',
      value: durationText(charge.timeout),
      follows: 'Then it is given up, and money that still arrives is credited.',
    },
  ];
}

export type CurrencyRule = { readonly currency: string; readonly least: string };

/** The least that a milestone may be worth, in each currency on offer. */
export function currencyRules({ currencies }: Policy): readonly CurrencyRule[] {
  return Object.entries(currencies).map(([currency, { milestoneMin }]) => ({
    currency,
    least: formatAmount(toDecimal(milestoneMin), currency),
  }));
}
