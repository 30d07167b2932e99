// A party accepts what the mediator recommends. With the second acceptance it is paid out.
import { present } from '../../../assert.ts';
import { otherParty } from '../../../people.ts';
import { isRejection, type Rejection, reject } from '../../../rejections.ts';
import type { ContractEvent } from '../../events.ts';
import { sideOf } from '../../guards.ts';
import { agreed } from '../close-dispute.ts';
import type { Dispute } from '../dispute.ts';
import { isIn, onDispute } from '../which-dispute.ts';

/** A recommendation that this side has not accepted yet; an acceptance is not taken back. */
export function isToAnswer(dispute: Dispute, by: string): Rejection | null {
  const stage = isIn(dispute, 'mediation');
  const { id, status, recommendation } = dispute;
  if (stage !== null) return stage;
  const facts = { dispute: id, status };
  if (recommendation === null) return reject('wrong_dispute_stage', { ...facts, already: 'none' });
  const answered = recommendation.accepted.some((side) => side === by);
  return answered ? reject('wrong_dispute_stage', { ...facts, already: 'answered' }) : null;
}

export const acceptRecommendation = onDispute<'accept_recommendation'>({
  who: ['client', 'freelancer'],
  look: (_c, dispute, { by }) => isToAnswer(dispute, by.as),
  decide: (c, dispute, { by }, given) => {
    const party = sideOf(by);
    const { accepted, toFreelancer } = present(dispute.recommendation, 'the recommendation');
    const accepts: ContractEvent = { type: 'recommendation_accepted', dispute: dispute.id, party };
    if (!accepted.includes(otherParty(party))) return [accepts];
    const ends = agreed(c, dispute, 'recommendation', toFreelancer, given);
    return isRejection(ends) ? ends : [accepts, ...ends];
  },
});
