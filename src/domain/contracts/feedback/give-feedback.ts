// A party reviews the other. It stays sealed until both have given theirs or the window closes;
// then both become visible in one moment. The event holds a commitment, never the content.

import { isBefore } from '../../calendar.ts';
import type { CommandFile } from '../../decision.ts';
import type { Party, Role } from '../../people.ts';
import { firstOf, isRejection, type Rejection, reject } from '../../rejections.ts';
import { type Feedback, starNames } from '../commands.ts';
import type { Contract } from '../contract.ts';
import { feedbackCloses } from '../deadlines.ts';
import type { ContractEvent } from '../events.ts';
import { hasEnded } from '../guards.ts';

/** Feedback with all six numbers, each a whole number from 1 to 5; or why it is not that. */
export function judgeFeedback(feedback: Partial<Feedback> | undefined): Feedback | Rejection {
  const { stars, sealed } = feedback ?? {};
  if (stars === undefined || sealed === undefined)
    return reject('feedback_required', {}, 'feedback');
  for (const name of starNames) {
    const star = stars[name];
    const good = star !== undefined && Number.isInteger(star) && star >= 1 && star <= 5;
    if (!good) return reject('feedback_incomplete', { missing: name }, `feedback.stars.${name}`);
  }
  return { stars, sealed };
}

/** The events of giving it: when the other side has given theirs, both are revealed at once. */
export function feedbackEvents(
  c: Contract,
  as: Role,
  feedback: Feedback,
): readonly ContractEvent[] {
  const party: Party = as === 'client' ? 'client' : 'freelancer';
  const other: Party = party === 'client' ? 'freelancer' : 'client';
  const given: ContractEvent = { type: 'feedback_given', party, sealed: feedback.sealed };
  if (c.feedback[other] === null) return [given];
  return [given, { type: 'feedback_revealed', parties: ['client', 'freelancer'] }];
}

export const giveFeedback: CommandFile<'give_feedback'> = {
  who: ['client', 'freelancer'],
  guard: (c, { by, now }) => {
    const party: Party = by.as === 'client' ? 'client' : 'freelancer';
    const closes = feedbackCloses(c);
    return firstOf(
      hasEnded(c),
      c.feedback[party] === null ? null : reject('feedback_already_given'),
      closes === null || isBefore(now, closes)
        ? null
        : reject('feedback_window_has_closed', { closed: closes }),
    );
  },
  decide: (c, command) => {
    const feedback = judgeFeedback(command);
    return isRejection(feedback) ? feedback : feedbackEvents(c, command.by.as, feedback);
  },
};
