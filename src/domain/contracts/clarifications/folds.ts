// How questions and answers change the state of a contract.
import { after, type Instant, isBefore } from '../../calendar.ts';
import { type Contract, isSettled, type Milestone, openQuestion } from '../contract.ts';
import type { EventOf } from '../events.ts';

export function clarificationAsked(
  c: Contract,
  event: EventOf<'clarification_asked'>,
  at: Instant,
): Contract {
  const { party, question } = event;
  const asked = { by: party, question, askedAt: at, answer: null, answeredAt: null };
  return { ...c, clarifications: [...c.clarifications, asked] };
}

/**
 * How long the question was open puts off every due date that had not passed when it was asked.
 * One that passed while it was open has not passed any more.
 */
export function clarificationAnswered(
  c: Contract,
  event: EventOf<'clarification_answered'>,
  at: Instant,
): Contract {
  const open = openQuestion(c);
  if (open === undefined) return c;
  const wait = at.since(open.askedAt);
  const put = (milestone: Milestone): Milestone => {
    const { due } = milestone;
    if (due === null || !isBefore(open.askedAt, due) || isSettled(milestone)) return milestone;
    return { ...milestone, due: after(due, wait), duePassed: false, overdueSince: null };
  };
  const clarifications = c.clarifications.map((one) =>
    one === open ? { ...one, answer: event.answer, answeredAt: at } : one,
  );
  return { ...c, milestones: c.milestones.map(put), clarifications };
}
