// The client changes an offer before it is answered. Its time begins anew, the policy of today is
// frozen with it, a counter to the old terms is gone, and money that came along follows the terms.
import type { CommandFile } from '../../decision.ts';
import { isRejection } from '../../rejections.ts';
import { offerIsPending } from '../guards.ts';
import { firstMoney } from './first-money.ts';
import { changedTerms } from './terms.ts';

export const reviseOffer: CommandFile<'revise_offer'> = {
  who: ['client'],
  guard: (c) => offerIsPending(c),
  decide: (c, command, given) => {
    const terms = changedTerms(c.terms, command, given.policy);
    if (isRejection(terms)) return terms;
    const money = firstMoney(c, terms, given);
    if (isRejection(money)) return money;
    return [...money.before, { type: 'offer_revised', terms }, ...money.after];
  },
};
