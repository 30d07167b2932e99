// What stays as it is, although something changes: money that was paid, deadlines that go on,
// what both can still read and do. Each line is read off the contract afterwards.

import { deadlineName } from '../../../words/forecast.ts';
import { isZeroAmount } from '../../../words/money.ts';
import { amountOf, listed, titleOf, whom } from '../../../words/scene.ts';
import type { Room } from '../room.ts';
import type { Previewed } from './previewed.ts';

export function staysOf(made: Previewed, room: Room, command: string): readonly string[] {
  const { scene, after } = made;
  const lines: string[] = [];
  const paid = room.view.money.paid;
  if (!isZeroAmount(paid) && after.money.refunded === room.view.money.refunded) {
    lines.push(`The ${amountOf(scene, paid)} paid so far stays with ${whom(scene, 'freelancer')}.`);
  }
  const moving = made.stays.filter(({ what }) => what !== 'earnings_clear');
  for (const next of moving.slice(0, 4)) {
    const name = deadlineName(next.what, next.subject, scene);
    const still = next.what === 'due_passes' || next.what === 'feedback_closes' ? 'on' : 'until';
    lines.push(`${name} ${still} ${scene.when(next.at)}, as before.`);
  }
  if (after.status === 'ended' && room.view.status === 'active') {
    const unfunded = Object.entries(after.milestones)
      .filter(([, { status }]) => status === 'void')
      .map(([id]) => titleOf(scene, id));
    if (unfunded.length > 0) {
      const never = unfunded.length === 1 ? 'was never funded and is' : 'were never funded and are';
      lines.push(`${listed(unfunded)} ${never} not owed.`);
    }
    lines.push('The terms and the timeline stay open to both of you.');
  }
  if (command === 'counter_offer') lines.push('The offer itself can still be accepted.');
  return lines;
}

export function Stays({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="stack tight measured">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
