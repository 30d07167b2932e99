// One side writes to the other, or sends files. It is kept with its time beside the contract and
// moves nothing; whether it counts as activity is the policy's to say. Open also after the end.
import type { CommandFile } from '../../decision.ts';
import { reject } from '../../rejections.ts';
import { isAccepted, sideOf } from '../guards.ts';

export const sendMessage: CommandFile<'send_message'> = {
  who: ['client', 'freelancer'],
  guard: (c) => (c.status === 'offered' ? null : isAccepted(c)),
  decide: (_, { by, text = null, files = [] }) => {
    if (text === null && files.length === 0) return reject('note_missing', {}, 'text');
    return [{ type: 'message_sent', party: sideOf(by), text, files }];
  },
};
