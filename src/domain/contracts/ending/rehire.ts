// The client offers a new contract with the terms of an old one: the plan as it last was, planned
// anew, what has changed applied, by the policy of the house now. The old contract is only looked
// at; nothing happens to it.
import { type Instant, isBefore } from '../../calendar.ts';
import type { CommandFile } from '../../decision.ts';
import { isRejection } from '../../rejections.ts';
import type { Contract, Terms } from '../contract.ts';
import { beginning } from '../forming/send-offer.ts';
import { changedTerms } from '../forming/terms.ts';
import { isAccepted } from '../guards.ts';

/** The terms to begin with. What lies behind is no date for a new contract. */
function termsAgain(c: Contract, now: Instant): Terms {
  const ahead = (at: Instant | null) => (at !== null && isBefore(now, at) ? at : null);
  const milestones = c.milestones.map(({ id, title, amount, due }) => ({
    id,
    title,
    amount,
    due: ahead(due),
  }));
  return { ...c.terms, milestones, starts: ahead(c.terms.starts) };
}

export const rehire: CommandFile<'rehire'> = {
  who: ['client'],
  guard: (c) => isAccepted(c),
  decide: (c, command, given) => {
    const terms = changedTerms(termsAgain(c, given.now), command, given.policy);
    if (isRejection(terms)) return terms;
    const { client, freelancer } = c;
    return beginning({ client, freelancer, terms, rehire_of: c.id }, given);
  },
};
