// What has happened beside the work, in sentences: messages, long silence, opening a contract
// again, and feedback once it is given. The other part of events.ts.
import type { FeedbackEvent, QuietEvent, ReopenEvent } from '../../domain/contracts/events.ts';
import type { SeenEvent, SeenEventOf } from '../../domain/contracts/seen-event.ts';
import { otherParty, type Party } from '../../domain/people.ts';
import { capital, counted, type Scene, whom, whose } from '../scene.ts';

type Given = 'feedback_given' | 'feedback_revealed' | 'feedback_closed';
type AfterType = QuietEvent['type'] | ReopenEvent['type'] | Exclude<FeedbackEvent['type'], Given>;

export type AfterEvent = SeenEventOf<AfterType>;

type Sentence<E> = (event: E, scene: Scene, actor: string) => string;

const sentences: { readonly [T in AfterType]: Sentence<SeenEventOf<T>> } = {
  message_sent: ({ text, files }, _, actor) =>
    text === null
      ? `${actor} sent ${counted(files.length, 'file')}.`
      : `${actor} sent a message${files.length > 0 ? ` and ${counted(files.length, 'file')}` : ''}.`,
  contract_went_dormant: () => 'Nobody has done anything for long: the contract is dormant.',
  dormancy_step_passed: () => 'Nobody acted. The next step of dormancy has begun.',
  release_requested: (_, scene, actor) =>
    `${actor} asked for the release of what is held. ${capital(whose(scene, 'client'))} silence pays it.`,
  contract_kept_open: (_, __, actor) => `${actor} kept the contract open.`,
  reopen_proposed: (_, __, actor) => `${actor} proposed to open the contract again.`,
  reopen_declined: (_, __, actor) => `${actor} declined to open the contract again.`,
  reopen_withdrawn: (_, __, actor) => `${actor} took the proposal to reopen back.`,
  reopen_lapsed: () => 'The proposal to reopen lapsed without an answer. The contract stays ended.',
  contract_reopened: (_, __, actor) =>
    `${actor} agreed to open the contract again. It is active, and sealed feedback is discarded.`,
  feedback_responded: ({ party }, scene, actor) =>
    `${actor} responded to ${whose(scene, otherParty(party))} feedback.`,
  feedback_change_allowed: ({ author }, scene, actor) =>
    `${actor} let ${whom(scene, author)} change the feedback.`,
  feedback_changed: (_, __, actor) => `${actor} wrote the feedback anew. It can be read now.`,
  feedback_change_ended: ({ author }, scene) =>
    `${capital(whose(scene, author))} time to change the feedback is over.`,
  feedback_reported: ({ author }, scene, actor) =>
    `${actor} reported ${whose(scene, author)} feedback to the moderators.`,
  feedback_flagged: ({ author }, scene, actor) => flagged(author, scene, actor),
};

function flagged(author: Party, scene: Scene, actor: string): string {
  return `${actor} flagged ${whose(scene, author)} feedback: it does not count.`;
}

export function isAfterEvent(event: SeenEvent): event is AfterEvent {
  return Object.hasOwn(sentences, event.type);
}

export function afterSentence(event: AfterEvent, scene: Scene, actor: string): string {
  const sentence = sentences[event.type] as Sentence<AfterEvent>;
  return sentence(event, scene, actor);
}

/** The free text that came with such an event. */
export function afterNote(event: AfterEvent): string | null {
  switch (event.type) {
    case 'message_sent':
      return event.text;
    case 'feedback_responded':
      return event.comment;
    case 'reopen_proposed':
      return event.note;
    case 'feedback_reported':
    case 'feedback_flagged':
      return event.reason;
    default:
      return null;
  }
}
