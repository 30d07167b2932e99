// Where the one button of a need leads: to the page of its command where there is one thing to
// do, to the contract where the reader has to choose between answers.
import type { NeedAtHome } from '../../reads/home.ts';

const oneThing = ['answer_question', 'fund_milestone', 'submit_work', 'give_feedback'];

export function hrefOfNeed({ what, command, card, subject }: NeedAtHome): string {
  const room = `/contracts/${card.view.id}`;
  if (!oneThing.includes(what)) return room;
  const about = subject === undefined ? '' : `?milestone=${encodeURIComponent(subject)}`;
  return `${room}/do/${command}${about}`;
}
