// The page for a form that cannot be used now: why not, and what helps instead.
import type { NotAllowed } from '../../domain/contracts/allowed.ts';
import { commandLabel } from '../../words/commands.ts';
import { Refusal } from '../contracts/do/refusal.tsx';
import { pathIn, type Room } from '../contracts/room.ts';
import { ButtonLink } from '../parts/button.tsx';
import type { Frame } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Row } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';

export type NotNowProps = {
  readonly frame: Frame;
  readonly room: Room;
  readonly command: string;
  readonly can: NotAllowed;
};

export function NotNow({ frame, room, command, can }: NotNowProps) {
  const title = commandLabel(command);
  const rejection = { rejected: can.not, facts: can.facts };
  return (
    <Page frame={frame} title={title}>
      <Head
        crumbs={[
          { href: '/contracts', label: 'Contracts' },
          { href: pathIn(room), label: room.view.terms.title },
        ]}
        title={title}
        state="This is not possible now."
      />
      <div class="above-5">
        <Refusal {...{ room, command, rejection }} />
      </div>
      <div class="above-5">
        <Row>
          <ButtonLink href={pathIn(room)}>Go back to the contract</ButtonLink>
        </Row>
      </div>
    </Page>
  );
}
