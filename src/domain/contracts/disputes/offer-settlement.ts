// Either party offers a split, in any stage of a dispute. The latest offer of each side stands
// until the other accepts it or the dispute ends.
import { isRejection } from '../../rejections.ts';
import { sideOf } from '../guards.ts';
import { splitGiven } from './close-dispute.ts';
import { isIn, onDispute } from './which-dispute.ts';

export const offerSettlement = onDispute<'offer_settlement'>({
  who: ['client', 'freelancer'],
  look: (_c, dispute) => isIn(dispute),
  decide: (c, dispute, { by, to_freelancer }) => {
    const split = splitGiven(c, dispute, to_freelancer);
    if (isRejection(split)) return split;
    const party = sideOf(by);
    return [{ type: 'settlement_offered', dispute: dispute.id, party, to_freelancer: split }];
  },
});
