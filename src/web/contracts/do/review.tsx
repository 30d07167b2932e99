// The feedback that a command asks for, or that it opens: fields where it is given, a sentence
// where the end of a contract makes it possible.
import type { ContractPreview } from '../../../engine/requests.ts';
import type { Shown } from '../../confirm/shown.ts';
import { Chapter } from '../../parts/layout.tsx';
import { otherName, type Room } from '../room.ts';
import { FeedbackFields } from './feedback-fields.tsx';
import type { Previewed } from './previewed.ts';

type ReviewProps = {
  readonly command: string;
  readonly room: Room;
  readonly typed: Shown<ContractPreview>['typed'];
  readonly made: Previewed | null;
};

export function Review({ command, room, typed, made }: ReviewProps) {
  const other = otherName(room);
  if (command === 'end_contract' && room.can.end_contract === true) {
    return (
      <Chapter
        id="feedback"
        title="Your feedback"
        note={`Required from the side that ends. Sealed until ${other} has given theirs or the time for it is over.`}
      >
        <FeedbackFields prefix="feedback." typed={typed} other={other} />
      </Chapter>
    );
  }
  if (command === 'give_feedback' && room.can.give_feedback === true) {
    return (
      <Chapter
        id="feedback"
        title="Your feedback"
        note={`Sealed until ${other} has given theirs too, or the time for it is over.`}
      >
        <FeedbackFields prefix="" typed={typed} other={other} />
      </Chapter>
    );
  }
  if (command === 'change_feedback' && room.can.change_feedback === true) {
    return (
      <Chapter
        id="feedback"
        title="Your feedback"
        note={`It replaces what you gave before. Once; ${other} reads it at once.`}
      >
        <FeedbackFields prefix="" typed={typed} other={other} />
      </Chapter>
    );
  }
  if (made === null || made.after.status !== 'ended' || room.view.status === 'ended') return null;
  return (
    <Chapter id="feedback" title="Feedback">
      <p class="measured">
        Both of you may give feedback afterwards; nobody has to. It is sealed until both have given
        theirs or the time for it is over.
      </p>
    </Chapter>
  );
}
