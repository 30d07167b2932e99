// The mediator recommends a split, once. Both must accept it in time; else mediation has failed.
import { firstOf, isRejection, reject } from '../../../rejections.ts';
import { splitGiven } from '../close-dispute.ts';
import type { Dispute } from '../dispute.ts';
import { isIn, onDispute } from '../which-dispute.ts';
import { isHandled, taking } from './the-mediator.ts';

function isFirst({ id, status, recommendation }: Dispute) {
  const stage = reject('wrong_dispute_stage', { dispute: id, status, already: 'recommended' });
  return recommendation === null ? null : stage;
}

export const recommendSplit = onDispute<'recommend_split'>({
  who: ['mediator'],
  look: (_c, dispute, asked) =>
    firstOf(isIn(dispute, 'mediation'), isFirst(dispute), isHandled(dispute, asked)),
  decide: (c, dispute, { by, note, to_freelancer }) => {
    if (note === undefined) return reject('note_missing', {}, 'note');
    const split = splitGiven(c, dispute, to_freelancer);
    if (isRejection(split)) return split;
    return [
      ...taking(dispute, by.person),
      { type: 'split_recommended', dispute: dispute.id, to_freelancer: split, note },
    ];
  },
});
