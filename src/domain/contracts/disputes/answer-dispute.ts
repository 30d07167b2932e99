// The other side answers a dispute about escrow: it accepts, and the freelancer is paid at once; or
// it contests, and mediation begins at once. Silence pays the freelancer.
import { closed } from './close-dispute.ts';
import { isIn, onDispute } from './which-dispute.ts';

export const answerDispute = onDispute<'answer_dispute'>({
  who: ['client'],
  look: (_c, dispute) => isIn(dispute, 'open'),
  decide: (c, dispute, { answer, statement = null }) =>
    answer === 'accept'
      ? closed(c, dispute, 'accepted', dispute.amount)
      : [{ type: 'dispute_contested', dispute: dispute.id, statement }],
});
