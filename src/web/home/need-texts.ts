// What waits for a person, in sentences for that person.
import type { Person } from '../../people/person.ts';
import type { NeedAtHome, OpenContract } from '../../reads/home.ts';
import { namesOf } from '../../reads/people.ts';
import { type NeedText, needText } from '../../words/needs.ts';
import { type Scene, sceneOf } from '../../words/scene.ts';

/** How sentences about this contract speak to this person. */
export function sceneFor(card: OpenContract, person: Person, now: Temporal.Instant): Scene {
  const names = namesOf(card.parties);
  return sceneOf(card.view, { viewer: card.party, names, zone: person.timeZone, now });
}

export function textOfNeed(need: NeedAtHome, person: Person, now: Temporal.Instant): NeedText {
  return needText(need, sceneFor(need.card, person, now));
}

const small = ['Nothing', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** "three", in the middle of a sentence. */
export function numberText(count: number): string {
  return small[count]?.toLowerCase() ?? String(count);
}

/** "Three things need you", "One thing needs you". */
export function waitingText(count: number, whom = 'you'): string {
  const number = small[count] ?? String(count);
  return count === 1 ? `One thing needs ${whom}` : `${number} things need ${whom}`;
}
