// A proposed change of terms, line by line: what each milestone is now and what it would be, what
// is new, what would go, and a new description where there is one.
import { amountOf, titleOf } from '../../words/scene.ts';
import { Table, type TableRow } from '../parts/table.tsx';
import { dueDay } from './due-day.ts';
import type { Room } from './room.ts';

export function ChangeTable({ room }: { room: Room }) {
  const { change } = room.view;
  if (change === undefined) return null;
  const rows = [...changedRows(room), ...goneRows(room)];
  return (
    <>
      {rows.length > 0 && (
        <Table
          columns={[
            { label: 'Milestone' },
            { label: 'Due then' },
            { label: 'Now', num: true, fold: 'wide' },
            { label: 'Then', num: true },
          ]}
          rows={rows}
        />
      )}
      {change.scope !== undefined && (
        <div class="above-4">
          <h3>The new description</h3>
          <blockquote class="quoted above-2">
            <p dir="auto">{change.scope}</p>
          </blockquote>
        </div>
      )}
    </>
  );
}

function changedRows({ view, scene, reader }: Room): readonly TableRow[] {
  return (view.change?.milestones ?? []).map((one) => {
    const old = view.milestones[one.id];
    const due = one.due === undefined ? old?.due : one.due;
    const dayOf = (day: string | null | undefined) =>
      day === null || day === undefined ? 'no date' : dueDay(day, reader);
    const moved = old !== undefined && one.due !== undefined && one.due !== old.due;
    const renamed = old !== undefined && one.title !== undefined && one.title !== old.title;
    return {
      key: one.id,
      cells: [
        <>
          <bdi>{one.title ?? old?.title ?? one.id}</bdi>
          {renamed && <small class="block">was “{old.title}”</small>}
        </>,
        <>
          <Folded>Due</Folded>
          {dayOf(due)}
          {moved && <small class="block">was {dayOf(old.due)}</small>}
        </>,
        <>
          <Folded>Now</Folded>
          {old === undefined ? 'new' : amountOf(scene, old.amount)}
        </>,
        amountOf(scene, one.amount ?? old?.amount ?? '0'),
      ],
    };
  });
}

/** The head of a column, where the table has folded and lost its heads. */
function Folded({ children }: { children: string }) {
  return <span class="when-folded">{children} </span>;
}

function goneRows({ view, scene }: Room): readonly TableRow[] {
  return (view.change?.remove ?? []).map((id) => ({
    key: id,
    weak: true,
    cells: [
      titleOf(scene, id),
      '',
      <>
        <Folded>Now</Folded>
        {amountOf(scene, view.milestones[id]?.amount ?? '0')}
      </>,
      'removed',
    ],
  }));
}
