// Who is in the contract: both sides with their city and what time it is there.
import type { Party as Side } from '../../domain/people.ts';
import { cityOf, clockText } from '../../words/time.ts';
import { initialsOf, Party } from '../parts/face.tsx';
import { Section } from '../parts/layout.tsx';
import type { Room } from './room.ts';

export function Who({ room }: { room: Room }) {
  return (
    <Section id="who" title="Who" flush>
      <div class="stack close">
        <One room={room} side="client" />
        <One room={room} side="freelancer" />
      </div>
    </Section>
  );
}

function One({ room, side }: { room: Room; side: Side }) {
  const { id, name, timeZone, city } = room.parties[side];
  const role = side === 'client' ? 'Client' : 'Freelancer';
  const clock = `${clockText(room.reader.now, timeZone)} in ${city ?? cityOf(timeZone)}`;
  return (
    <Party
      initials={initialsOf(name)}
      name={name}
      after={room.viewer === side ? ', you' : undefined}
      note={
        <>
          {role} · {clock} · <a href={`/people/${id}/score?as=${side}`}>Success score</a>
        </>
      }
    />
  );
}
