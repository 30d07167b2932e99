// Another mediator than the one of the mediation rules: how the held money is divided. It is final.
import { firstOf, isRejection, type Rejection, reject } from '../../../rejections.ts';
import { closed, splitGiven } from '../close-dispute.ts';
import type { Dispute } from '../dispute.ts';
import { awaitsRuling, isAnother, isHandled, taking } from '../mediation/the-mediator.ts';
import { onDispute } from '../which-dispute.ts';

function isDue(dispute: Dispute): Rejection | null {
  const { id, status } = dispute;
  return awaitsRuling(dispute) ? null : reject('wrong_dispute_stage', { dispute: id, status });
}

export const rule = onDispute<'rule'>({
  who: ['mediator'],
  look: (_c, dispute, asked) =>
    firstOf(isDue(dispute), isHandled(dispute, asked), isAnother(dispute, asked)),
  decide: (c, dispute, { by, note, to_freelancer }) => {
    if (note === undefined) return reject('note_missing', {}, 'note');
    const split = splitGiven(c, dispute, to_freelancer);
    if (isRejection(split)) return split;
    return [
      ...taking(dispute, by.person),
      { type: 'dispute_ruled', dispute: dispute.id, to_freelancer: split, note },
      ...closed(c, dispute, 'ruling', split),
    ];
  },
});
