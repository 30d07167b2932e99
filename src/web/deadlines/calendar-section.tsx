// The way of the deadlines into a calendar: a secret address that a calendar program reads. It is
// shown once, on the answer to the form that made it; a new one ends the old one.
import { fullMomentText } from '../../words/time.ts';
import { Button } from '../parts/button.tsx';
import { Post } from '../parts/form/field.tsx';
import type { Reader } from '../parts/frame.ts';
import { Row, Section } from '../parts/layout.tsx';
import { Panel } from '../parts/panel.tsx';

export type CalendarShown = {
  /** When the address in force was made; null when there is none. */
  readonly madeAt: Temporal.Instant | null;
  /** The whole address, when it has just been made. */
  readonly address?: string | undefined;
};

export function CalendarSection({ madeAt, address, reader }: CalendarShown & { reader: Reader }) {
  return (
    <Section id="calendar" title="In your own calendar">
      {address !== undefined && <NewAddress address={address} />}
      <p>
        A calendar program can subscribe to your deadlines at a secret address. It learns what ends
        when and the titles of contracts and milestones, but no amounts, no names and nothing that
        anybody wrote. Whoever has the address can read it: make a new one if it got about.
      </p>
      {madeAt !== null && (
        <p class="note above-3">
          An address is in force since {fullMomentText(madeAt, reader.zone)}. It was shown then, and
          is kept nowhere.
        </p>
      )}
      {/* The answer shows a secret and no other address, which Turbo does not allow. */}
      <div class="above-4" data-turbo="false">
        <Row>
          <Post action="/deadlines/calendar">
            <Button>{madeAt === null ? 'Make an address' : 'Make a new address'}</Button>
          </Post>
          {madeAt !== null && (
            <Post action="/deadlines/calendar/end">
              <Button>End it</Button>
            </Post>
          )}
        </Row>
      </div>
    </Section>
  );
}

function NewAddress({ address }: { address: string }) {
  return (
    <div class="below-5">
      <Panel id="new-address" title="The address of your calendar" strong>
        <p>Copy it now: it is shown this once. Older addresses have ended.</p>
        <p class="above-3">
          <code class="secret">{address}</code>
        </p>
      </Panel>
    </div>
  );
}
