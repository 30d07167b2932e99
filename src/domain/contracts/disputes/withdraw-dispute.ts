// Who opened a dispute takes it back: as if it were settled for the other side.
import { firstOf, reject } from '../../rejections.ts';
import { givenUp } from './close-dispute.ts';
import { isIn, onDispute } from './which-dispute.ts';

export const withdrawDispute = onDispute<'withdraw_dispute'>({
  who: ['client', 'freelancer'],
  look: (_c, dispute, { by }) => {
    const theirs = dispute.openedBy !== by.as;
    const refused = theirs ? reject('not_your_decision', { by: dispute.openedBy }) : null;
    return firstOf(refused, isIn(dispute));
  },
  decide: (c, dispute) => givenUp(c, dispute),
});
