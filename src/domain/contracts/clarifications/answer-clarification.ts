// The other side answers the open question. Due dates are put off by as long as it was open.
import type { Asked, CommandFile } from '../../decision.ts';
import { firstOf, reject } from '../../rejections.ts';
import { type Contract, openQuestion } from '../contract.ts';
import { isActive, sideOf } from '../guards.ts';

function canAnswer(c: Contract, asked: Asked) {
  const open = openQuestion(c);
  if (open === undefined) return reject('no_clarification');
  return open.by === asked.by.as ? reject('own_proposal') : null;
}

export const answerClarification: CommandFile<'answer_clarification'> = {
  who: ['client', 'freelancer'],
  guard: (c, asked) => firstOf(isActive(c), canAnswer(c, asked)),
  decide: (_c, command) => {
    const { answer } = command;
    if (answer === undefined) return reject('note_missing', {}, 'answer');
    return [{ type: 'clarification_answered', party: sideOf(command.by), answer }];
  },
};
