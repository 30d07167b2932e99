// A mediator takes a case that nobody has: from then on it is theirs, and they alone see its
// evidence besides the two sides. A case in arbitration is for another mediator than before.
import { firstOf, reject } from '../../../rejections.ts';
import type { Dispute } from '../dispute.ts';
import { onDispute } from '../which-dispute.ts';
import { awaitsRuling, isAnother, isToTake, taking } from './the-mediator.ts';

/** Taking one's own case again would say nothing new. */
function isFree(dispute: Dispute) {
  const { id } = dispute;
  const has = awaitsRuling(dispute) ? dispute.arbiter : dispute.mediator;
  return has === null ? null : reject('case_is_taken', { dispute: id });
}

export const takeCase = onDispute<'take_case'>({
  who: ['mediator'],
  look: (_c, dispute, asked) =>
    firstOf(
      isToTake(dispute, asked),
      isFree(dispute),
      awaitsRuling(dispute) ? isAnother(dispute, asked) : null,
    ),
  decide: (_c, dispute, { by }) => taking(dispute, by.person),
});
