// The freelancer answers an offer with changed terms. The original stays acceptable; a newer
// counter replaces an older one; with the offer's expiry or revision it is gone.
import type { CommandFile } from '../../decision.ts';
import { firstOf, isRejection, type Rejection, reject } from '../../rejections.ts';
import type { Contract } from '../contract.ts';
import { offerIsPending } from '../guards.ts';
import { changedTerms } from './terms.ts';

/** An offer that can be answered, by a policy that knows counters. */
export function canBeCountered(c: Contract): Rejection | null {
  const allowed = c.terms.policy.offer.counter;
  return firstOf(offerIsPending(c), allowed ? null : reject('counter_not_allowed'));
}

/** A counter that waits for its answer. */
export function counterIsOpen(c: Contract): Rejection | null {
  if (c.counter?.status === 'open') return null;
  return reject(c.counter?.status === 'lapsed' ? 'proposal_has_lapsed' : 'no_proposal');
}

export const counterOffer: CommandFile<'counter_offer'> = {
  who: ['freelancer'],
  guard: (c) => canBeCountered(c),
  decide: (c, command) => {
    const terms = changedTerms(c.terms, command, c.terms.policy);
    if (isRejection(terms)) return terms;
    return [{ type: 'offer_countered', terms, note: command.note ?? null }];
  },
};
