// What a command is called when it is about one milestone: with the milestone's own name, so
// that a button says what it is for before it is pressed.
import { commandPhrase } from '../../words/commands.ts';
import { capital } from '../../words/scene.ts';
import { candidatesFor } from './do/candidates.ts';
import type { MilestoneEntry, Room } from './room.ts';

/** In the middle of a sentence: "fund “Sketches”". */
export function actPhrase(name: string, milestone: MilestoneEntry | undefined): string {
  if (milestone === undefined) return commandPhrase(name);
  const title = `“${milestone.title}”`;
  switch (name) {
    case 'fund_milestone':
      return `fund ${title}`;
    case 'release_payment':
      return `release a payment for ${title}`;
    case 'submit_work':
      return milestone.status === 'submitted'
        ? `submit a new version of ${title}`
        : `submit ${title}`;
    case 'request_changes':
      return `ask for changes to ${title}`;
    case 'withdraw_submission':
      return `take the submission of ${title} back`;
    case 'edit_milestone':
      return `change ${title}`;
    case 'remove_milestone':
      return `remove ${title}`;
    default:
      return commandPhrase(name);
  }
}

/** As a button, with the milestone's name where only one can be meant. */
export function actLabel(name: string, room: Room): string {
  const [only, another] = candidatesFor(name, room);
  return capital(actPhrase(name, another === undefined ? only : undefined));
}
