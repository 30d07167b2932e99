// What follows from a command, in chapters: what changes, the money line by line, deadlines, what
// stays. All of it is read off the preview, which is the calculation that the button carries out.
import { cityOf } from '../../../words/time.ts';
import { Deadlines } from '../../confirm/deadlines.tsx';
import { effectsOf } from '../../confirm/effects.ts';
import { Movements } from '../../confirm/movements.tsx';
import { Effects } from '../../parts/effects.tsx';
import { Chapter } from '../../parts/layout.tsx';
import type { Room } from '../room.ts';
import { outlookOf } from './outlook.ts';
import type { Previewed } from './previewed.ts';
import { Stays, staysOf } from './stays.tsx';

/** However little moves: who ends a contract sees the money of both. */
const endings = new Set(['end_contract', 'accept_cancel']);

type ConsequencesProps = {
  readonly made: Previewed;
  readonly room: Room;
  readonly command: string;
};

/** Without money it is shorter. */
export function Consequences({ made, room, command }: ConsequencesProps) {
  const { preview, scene, begins, ends } = made;
  const outlook = outlookOf(command, preview, room);
  const effects = effectsOf(preview, scene, room.reader, { outlook, always: endings.has(command) });
  const moves = preview.postings.length > 0;
  const stays = staysOf(made, room, command);
  return (
    <>
      <Chapter
        id="effects"
        title="What changes"
        note="The same calculation is carried out when you press the button."
      >
        {effects === null ? (
          <p class="measured">{nothingChanges(moves)}</p>
        ) : (
          <Effects {...effects} />
        )}
      </Chapter>
      {(moves || effects !== null) && (
        <Chapter id="lines" title="Money, line by line" note="When you press, at once.">
          <Movements postings={preview.postings} scene={scene} nothing={nothingMoves(made)} />
        </Chapter>
      )}
      {(begins.length > 0 || ends.length > 0 || effects !== null) && (
        <Chapter id="times" title="Deadlines" note={`Your time is ${cityOf(room.reader.zone)}.`}>
          <Deadlines {...{ begins, ends, scene }} reader={room.reader} />
        </Chapter>
      )}
      {stays.length > 0 && (
        <Chapter id="stays" title="What stays">
          <Stays lines={stays} />
        </Chapter>
      )}
    </>
  );
}

function nothingChanges(moves: boolean): string {
  return moves
    ? 'What is held, paid and asked back in this contract stays as it is. What moves stands below.'
    : 'No money moves, now or by silence, because of this.';
}

function nothingMoves({ events }: Previewed): string {
  return events.some(({ type }) => type.endsWith('charge_requested'))
    ? 'Nothing moves before the charge goes through. If it is declined, nothing is owed.'
    : 'No money moves when you press.';
}
