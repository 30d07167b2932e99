// "What can I do?" as a page of its own: where the contract stands, the three roads that matter
// first, all others, what waiting does, and for what is not possible why and what comes closest.

import { firstFew } from '../../../words/advice/advice-told.ts';
import { situationSaid } from '../../../words/advice/situation-said.ts';
import { forecastSentence } from '../../../words/forecast.ts';
import { deadlineText } from '../../../words/time.ts';
import type { Frame } from '../../parts/frame.ts';
import { Section } from '../../parts/layout.tsx';
import { Page } from '../../parts/page.tsx';
import type { Room } from '../room.ts';
import { RoomHead, RoomTabs } from '../room-page.tsx';
import { NotNow } from './not-now.tsx';
import { RoadCards } from './road-card.tsx';
import type { Options } from './seen.ts';

export type OptionsPageProps = {
  readonly frame: Frame;
  readonly room: Room;
  readonly options: Options;
};

export function OptionsPage({ frame, room, options }: OptionsPageProps) {
  const { scene } = room;
  const { roads, situations } = options;
  const [first, ...also] = situations.map((one) => situationSaid(one, scene));
  const more = roads.slice(firstFew);
  return (
    <Page frame={frame} title={`What can I do? ${room.view.terms.title}`}>
      <RoomHead room={room} state={first ?? ''} />
      <RoomTabs room={room} current="options" />
      {also.length > 0 && <p class="note above-4">Also: {also.join(' ')}</p>}
      <Section id="first" title="What matters first">
        {roads.length === 0 && <p>Nothing more can be done with this contract from here.</p>}
        <RoadCards room={room} roads={roads.slice(0, firstFew)} label="The first roads" />
      </Section>
      <Waiting room={room} options={options} />
      {more.length > 0 && (
        <Section id="more" title="More roads">
          <RoadCards room={room} roads={more} label="More roads" />
        </Section>
      )}
      <NotNow room={room} options={options} />
    </Page>
  );
}

/** Doing nothing is a road too: what silence then does, with every date. */
function Waiting({ room, options }: { room: Room; options: Options }) {
  const { scene, reader } = room;
  const { silence } = options;
  return (
    <Section id="waiting" title="Or wait: what silence does">
      {silence.length === 0 ? (
        <p>Nothing happens by itself.</p>
      ) : (
        <ul class="silence">
          {silence.map((next) => {
            const text = deadlineText(Temporal.Instant.from(next.at), reader.zone, reader.now);
            return (
              <li key={`${next.what} ${next.subject ?? ''} ${next.at}`}>
                {forecastSentence(next, scene)}{' '}
                <span class="note">
                  <time datetime={next.at}>{text.local}</time>{' '}
                  {text.utc === '' ? '' : `· ${text.utc} `}· {text.left}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
