// A party declines what the mediator recommends: mediation has failed.
import { sideOf } from '../../guards.ts';
import { onDispute } from '../which-dispute.ts';
import { isToAnswer } from './accept-recommendation.ts';
import { mediationFails } from './mediation-fails.ts';

export const declineRecommendation = onDispute<'decline_recommendation'>({
  who: ['client', 'freelancer'],
  look: (_c, dispute, { by }) => isToAnswer(dispute, by.as),
  decide: (c, dispute, { by }) => [
    { type: 'recommendation_declined', dispute: dispute.id, party: sideOf(by) },
    ...mediationFails(c, dispute),
  ],
});
