// The milestones: a bar of segments as wide as their amounts, and the table that says the same
// in words, with what is held, paid and given back, and the sum that was agreed.
import type { MilestoneView } from '../../domain/contracts/seen/view.ts';
import { isZeroAmount } from '../../words/money.ts';
import { amountOf, type Scene, summed, whom } from '../../words/scene.ts';
import { shortDayText } from '../../words/time.ts';
import { Section } from '../parts/layout.tsx';
import { Plan, Status, type StatusShape } from '../parts/plan.tsx';
import { Table, type TableRow } from '../parts/table.tsx';
import { dueDay } from './due-day.ts';
import { type MilestoneEntry, milestonesOf, type Room } from './room.ts';

export function Milestones({ room }: { room: Room }) {
  const milestones = milestonesOf(room);
  const { scene } = room;
  return (
    <Section id="milestones" title="Milestones">
      <Plan
        label={planLabel(milestones, room)}
        segments={milestones.map((m) => ({
          amount: m.amount,
          stands: standsAs(standing(m, room)),
        }))}
      />
      <Table
        columns={[
          { label: 'Milestone' },
          { label: 'Where it stands' },
          { label: 'Due' },
          { label: 'Amount', num: true },
        ]}
        rows={milestones.map((milestone, index) => rowOf(milestone, index, room))}
        foot={[sumName(room), '', '', amountOf(scene, agreed(milestones, scene))]}
      />
    </Section>
  );
}

/** What the sum of the milestones is: agreed only once somebody has agreed. */
export function sumName({ view }: Room): string {
  return view.accepted === undefined ? 'Offered' : 'Agreed';
}

export function agreed(milestones: readonly MilestoneView[], scene: Scene): string {
  return summed(
    scene,
    milestones.map(({ amount }) => amount),
  );
}

/** An offer that comes with its money is funded; its milestone begins when it is accepted. */
function standing({ status, escrow }: MilestoneView, { view }: Room): MilestoneView['status'] {
  const comesFunded = status === 'planned' && view.accepted === undefined && !isZeroAmount(escrow);
  return comesFunded ? 'funded' : status;
}

function standsAs(status: MilestoneView['status']) {
  if (status === 'released' || status === 'submitted') return status;
  return status === 'funded' || status === 'funding' ? 'funded' : 'planned';
}

function planLabel(milestones: readonly MilestoneEntry[], room: Room): string {
  const { scene } = room;
  const of = (...stands: readonly MilestoneView['status'][]) =>
    summed(
      scene,
      milestones.filter((m) => stands.includes(standing(m, room))).map(({ amount }) => amount),
    );
  const parts = [
    ['released', of('released')],
    ['in review', of('submitted')],
    ['funded', of('funded', 'funding')],
    ['not funded', of('planned')],
    ['given back or void', of('refunded', 'void')],
  ].filter(([, amount]) => !isZeroAmount(amount ?? '0'));
  const told = parts.map(([name, amount]) => `${amountOf(scene, amount ?? '0')} ${name}`);
  return `Of ${amountOf(scene, agreed(milestones, scene))}: ${told.join(', ')}`;
}

function rowOf(milestone: MilestoneEntry, index: number, room: Room): TableRow {
  const { scene, reader } = room;
  const { shape, text, more } = stands(milestone, room);
  const due = milestone.due === null ? '' : dueDay(milestone.due, reader);
  return {
    key: milestone.id,
    id: `milestone-${milestone.id}`,
    weak: standing(milestone, room) === 'planned' || milestone.status === 'void',
    cells: [
      <>
        {index + 1} <bdi>{milestone.title}</bdi>
      </>,
      <>
        <Status shape={shape}>{text}</Status>
        {more.length > 0 && <small class="block">{more.join(' ')}</small>}
      </>,
      due === '' ? (
        ''
      ) : (
        <>
          <span class="when-folded">Due </span>
          {due}
        </>
      ),
      amountOf(scene, milestone.amount),
    ],
  };
}

type Stands = {
  readonly shape: StatusShape;
  readonly text: string;
  readonly more: readonly string[];
};

function stands(m: MilestoneEntry, room: Room): Stands {
  const { scene, reader } = room;
  const day = (at: string) => shortDayText(Temporal.Instant.from(at), reader.zone, reader.now);
  const held = [
    ...(isZeroAmount(m.escrow) ? [] : [`${amountOf(scene, m.escrow)} is held for it.`]),
    ...inDispute(m, scene),
  ];
  switch (m.status) {
    case 'planned':
      return planned(m, room, held);
    case 'funding':
      return { shape: 'review', text: 'Payment on its way', more: held };
    case 'funded':
      return fundedNow(m, room, timely(m, scene, day));
    case 'submitted':
      return {
        shape: 'review',
        text: m.submitted === undefined ? 'In review' : `In review since ${day(m.submitted)}`,
        more: held,
      };
    case 'released':
      return { shape: 'done', text: 'Released', more: parts(m, scene) };
    case 'refunded':
      return { shape: 'over', text: 'Given back', more: parts(m, scene) };
    default:
      return { shape: 'void', text: 'Void, never funded', more: [] };
  }
}

/** Planned: bare, with the money of the offer, or with what a part release moved here. */
function planned(m: MilestoneEntry, room: Room, held: readonly string[]): Stands {
  if (standing(m, room) === 'funded') {
    return { shape: 'review', text: 'Funded with the offer', more: held };
  }
  const text = held.length === 0 ? 'Planned, not funded' : 'Planned, funded in part';
  return { shape: 'planned', text, more: [...held, ...plan(m, room)] };
}

/** Money that is held: for work that goes on, or after the end, asked back or not. */
function fundedNow(m: MilestoneEntry, { view, scene }: Room, more: readonly string[]): Stands {
  const paid = isZeroAmount(m.released) ? [] : [`${amountOf(scene, m.released)} was released.`];
  const held = isZeroAmount(m.escrow) ? [] : [`${amountOf(scene, m.escrow)} is held for it.`];
  const disputed = inDispute(m, scene);
  if (disputed.length > 0) {
    return { shape: 'needs', text: 'In dispute', more: [...held, ...disputed, ...paid] };
  }
  if (view.status !== 'ended') {
    return { shape: 'review', text: 'Funded', more: [...held, ...paid, ...more] };
  }
  const asked = view.escrow_refund?.status === 'open';
  const text = asked ? 'Held, asked back' : 'Held';
  return { shape: 'needs', text, more: [...held, ...paid] };
}

/** What a dispute holds: nothing that happens to the contract moves it. */
function inDispute({ held }: MilestoneEntry, scene: Scene): readonly string[] {
  return isZeroAmount(held) ? [] : [`${amountOf(scene, held)} is in dispute.`];
}

function plan(m: MilestoneEntry, { view, scene }: Room): readonly string[] {
  if (m.agreed || view.accepted === undefined) return [];
  return [`Added by ${whom(scene, 'client')}, not part of the accepted terms.`];
}

function timely(m: MilestoneEntry, scene: Scene, day: (at: string) => string): readonly string[] {
  if (m.waiting_for !== undefined) {
    return [`Not overdue: ${whom(scene, m.waiting_for.party)} owes an answer.`];
  }
  if (m.overdue_since !== undefined) return [`Overdue since ${day(m.overdue_since)}.`];
  const { changes_requested: count } = m;
  return count === 0 ? [] : [`Changes asked for ${count === 1 ? 'once' : `${count} times`}.`];
}

/** How the amount of a settled milestone came about, where it is not simply all of it. */
function parts(m: MilestoneEntry, scene: Scene): readonly string[] {
  const told = [
    ['released', m.released],
    ['given back', m.returned],
    ['moved to the next', m.moved],
  ].filter(([, amount]) => !isZeroAmount(amount ?? '0'));
  if (told.length === 1 && told[0]?.[1] === m.amount) return [];
  return told.length === 0
    ? []
    : [`${told.map(([name, amount]) => `${amountOf(scene, amount ?? '0')} ${name}`).join(', ')}.`];
}
