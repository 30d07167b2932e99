// Which milestone? Asked before a command that could be about several: one link each, with its
// amount. The page after it is the confirm page.
import { commandLabel } from '../../../words/commands.ts';
import { formatAmount } from '../../../words/money.ts';
import type { Frame } from '../../parts/frame.ts';
import { Head } from '../../parts/head.tsx';
import { Links } from '../../parts/lists.tsx';
import { Page } from '../../parts/page.tsx';
import { type MilestoneEntry, pathIn, pathOfDoing, type Room } from '../room.ts';

export type WhichMilestoneProps = {
  readonly frame: Frame;
  readonly room: Room;
  readonly command: string;
  readonly candidates: readonly MilestoneEntry[];
};

export function WhichMilestone({ frame, room, command, candidates }: WhichMilestoneProps) {
  const { currency, title } = room.view.terms;
  const label = commandLabel(command);
  return (
    <Page frame={frame} title={label}>
      <Head
        crumbs={[
          { href: '/contracts', label: 'Contracts' },
          { href: pathIn(room), label: title },
        ]}
        title={label}
        state="Which milestone is it about?"
      />
      <div class="measured above-5">
        <Links
          links={candidates.map((milestone) => ({
            href: pathOfDoing(room, command, milestone.id),
            label: milestone.title,
            note: formatAmount(milestone.amount, currency),
          }))}
        />
      </div>
    </Page>
  );
}
