// A party accepts the latest offer of the other side: the dispute is settled, the money is paid out
// as offered, and costs that were paid for a ruling go back.
import { present } from '../../assert.ts';
import { otherParty } from '../../people.ts';
import { firstOf, type Rejection, reject } from '../../rejections.ts';
import { sideOf } from '../guards.ts';
import { agreed } from './close-dispute.ts';
import type { Dispute } from './dispute.ts';
import { isIn, onDispute } from './which-dispute.ts';

function isOffered({ offers, end }: Dispute, by: 'client' | 'freelancer'): Rejection | null {
  if (end !== null || offers[otherParty(by)] !== null) return null;
  return reject(offers[by] === null ? 'no_proposal' : 'own_proposal');
}

export const acceptSettlement = onDispute<'accept_settlement'>({
  who: ['client', 'freelancer'],
  look: (_c, dispute, { by }) => firstOf(isOffered(dispute, sideOf(by)), isIn(dispute)),
  decide: (c, dispute, { by }, given) => {
    const split = present(dispute.offers[otherParty(sideOf(by))], 'the offer of the other side');
    return agreed(c, dispute, 'settlement', split, given);
  },
});
