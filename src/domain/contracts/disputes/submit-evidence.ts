// Either party puts evidence beside a dispute: a note, and files with their hashes. The two sides
// and the mediator who has the case see it, nobody else. Possible until the dispute has ended.
import { reject } from '../../rejections.ts';
import { sideOf } from '../guards.ts';
import { onDispute } from './which-dispute.ts';

export const submitEvidence = onDispute<'submit_evidence'>({
  who: ['client', 'freelancer'],
  look: (_c, { id, status, end }) =>
    end === null ? null : reject('evidence_is_closed', { dispute: id, status, closed: end.at }),
  decide: (_c, dispute, { by, note, files = [] }) => {
    if (note === undefined) return reject('note_missing', {}, 'note');
    const party = sideOf(by);
    return [{ type: 'evidence_submitted', dispute: dispute.id, party, note, files }];
  },
});
