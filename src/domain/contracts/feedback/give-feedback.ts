// A party reviews the other. It stays sealed until both have given theirs or the window closes;
// then both become visible in one moment. The event holds a commitment, never the content.
import { type Instant, isBefore } from '../../calendar.ts';
import type { CommandFile } from '../../decision.ts';
import { otherParty, type Party } from '../../people.ts';
import { firstOf, isRejection, type Rejection, reject } from '../../rejections.ts';
import { type Feedback, starNames } from '../commands.ts';
import type { Contract } from '../contract.ts';
import { feedbackCloses } from '../deadlines.ts';
import type { ContractEvent } from '../events.ts';
import { hasEnded, sideOf } from '../guards.ts';

/**
 * Feedback with all six numbers, each a whole number from 1 to 5; or why it is not that. `path` is
 * where the command has it: "feedback." where it is a field of its own.
 */
export function judgeFeedback(
  feedback: Partial<Feedback> | undefined,
  path = '',
): Feedback | Rejection {
  const { stars, sealed } = feedback ?? {};
  if (stars === undefined || sealed === undefined) {
    return reject('feedback_required', {}, path === '' ? 'stars' : 'feedback');
  }
  for (const name of starNames) {
    const star = stars[name];
    const good = star !== undefined && Number.isInteger(star) && star >= 1 && star <= 5;
    if (!good) return reject('feedback_incomplete', { missing: name }, `${path}stars.${name}`);
  }
  return { stars, sealed };
}

/** The events of giving it: when the other side has given theirs, both are revealed at once. */
export function feedbackEvents(
  c: Contract,
  party: Party,
  feedback: Feedback,
): readonly ContractEvent[] {
  const given: ContractEvent = { type: 'feedback_given', party, sealed: feedback.sealed };
  if (c.feedback[otherParty(party)] === null) return [given];
  return [given, { type: 'feedback_revealed', parties: ['client', 'freelancer'] }];
}

function isInTime(c: Contract, now: Instant): Rejection | null {
  const closes = feedbackCloses(c);
  if (closes === null || isBefore(now, closes)) return null;
  return reject('feedback_window_has_closed', { closed: closes });
}

export const giveFeedback: CommandFile<'give_feedback'> = {
  who: ['client', 'freelancer'],
  judge: (command) => {
    const feedback = judgeFeedback(command);
    return isRejection(feedback) ? feedback : null;
  },
  guard: (c, { by, now }) => {
    const given = c.feedback[sideOf(by)] !== null;
    return firstOf(hasEnded(c), given ? reject('feedback_already_given') : null, isInTime(c, now));
  },
  decide: (c, command) => {
    const feedback = judgeFeedback(command);
    return isRejection(feedback) ? feedback : feedbackEvents(c, sideOf(command.by), feedback);
  },
};
