// Every part in every state it can be in, on one page: /parts, in evaluation mode only. It is
// where one looks before building a page, and what the browser tests look at. All names, sums and
// dates are invented; nothing here reads or changes anything.
import { DecideChapters } from './gallery/decide.tsx';
import { FormChapters } from './gallery/forms.tsx';
import { MoneyChapters } from './gallery/money.tsx';
import { RoomChapters } from './gallery/room.tsx';
import type { Frame } from './parts/frame.ts';
import { Head } from './parts/head.tsx';
import { Page } from './parts/page.tsx';

export function Gallery({ frame }: { frame: Frame }) {
  return (
    <Page frame={frame} title="Parts and their states" scripts={['composer']}>
      <Head
        above="The visual language"
        state="Every part of the interface, in every state it can be in."
      />
      <DecideChapters reader={frame.reader} />
      <MoneyChapters reader={frame.reader} />
      <RoomChapters reader={frame.reader} />
      <FormChapters />
    </Page>
  );
}
