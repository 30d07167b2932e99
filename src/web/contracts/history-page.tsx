// All that has happened, page by page, oldest first. Each entry keeps its number for ever.
import type { EventsPage } from '../../reads/contract-events.ts';
import type { Frame } from '../parts/frame.ts';
import { Section } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { pathIn, type Room } from './room.ts';
import { RoomHead, RoomTabs } from './room-page.tsx';
import { Timeline } from './timeline.tsx';

export type HistoryPageProps = {
  readonly frame: Frame;
  readonly room: Room;
  readonly page: EventsPage;
  readonly after: number;
};

export function HistoryPage({ frame, room, page, after }: HistoryPageProps) {
  const { view, scene, reader } = room;
  return (
    <Page frame={frame} title={`History of “${view.terms.title}”`}>
      <RoomHead room={room} state="Everything that has happened, oldest first." />
      <RoomTabs room={room} current="history" />
      <Section id="events" title="Events" titleHidden>
        <Timeline entries={page.entries} contract={room.view.id} scene={scene} reader={reader} />
        <div class="row above-5">
          {after > 0 && <a href={pathIn(room, '/history')}>From the beginning</a>}
          {page.next !== null && (
            <a href={pathIn(room, `/history?after=${page.next}`)}>Later events</a>
          )}
        </div>
      </Section>
      <Section id="bundle" title="Evidence bundle">
        <p class="measured">
          Terms, work, messages, files, money and every event that you can see, in one zip file.
          Anybody can check it without this server, by <code>endwell verify</code>: it tells whether
          a single byte was changed.
        </p>
        <div class="row above-4">
          <a class="button" href={pathIn(room, '/bundle.zip')} data-turbo="false">
            Download the bundle
          </a>
        </div>
      </Section>
    </Page>
  );
}
