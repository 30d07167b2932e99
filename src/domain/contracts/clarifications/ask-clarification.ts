// Either party asks what the other means. While the question is open, a due date that passes waits
// for the answer and is not overdue. One question is open at a time.
import type { CommandFile } from '../../decision.ts';
import { firstOf, reject } from '../../rejections.ts';
import { type Contract, openQuestion } from '../contract.ts';
import { isActive, sideOf } from '../guards.ts';

function noneOpen(c: Contract) {
  const open = openQuestion(c);
  return open === undefined ? null : reject('proposal_is_open', { by: open.by });
}

export const askClarification: CommandFile<'ask_clarification'> = {
  who: ['client', 'freelancer'],
  guard: (c) => firstOf(isActive(c), noneOpen(c)),
  decide: (_c, command) => {
    const { question } = command;
    if (question === undefined) return reject('note_missing', {}, 'question');
    return [{ type: 'clarification_asked', party: sideOf(command.by), question }];
  },
};
