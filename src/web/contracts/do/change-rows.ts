// A change of terms as rows of a form: the plan as it stands, edited. What is sent is the
// difference: rows that changed, rows that are new, and the names of those that are gone.
import { type MilestoneRow, readRows } from '../../parts/form/milestone-rows.ts';
import { type MilestoneEntry, milestonesOf, type Room } from '../room.ts';

const settled = ['released', 'refunded', 'void'];

/** A due date as a date field has it: the end of a day in UTC is that day. */
export function dueField(due: string | null): string {
  if (due === null) return '';
  const at = Temporal.Instant.from(due).toZonedDateTimeISO('UTC');
  const midnight = at.toPlainTime().equals(Temporal.PlainTime.from('00:00'));
  return (midnight ? at.subtract({ days: 1 }) : at).toPlainDate().toString();
}

function rowOf({ id, title, amount, due }: MilestoneEntry): MilestoneRow {
  return { id, title, amount, due: dueField(due) };
}

/** The milestones that can still change. */
export function initialRows(room: Room): readonly MilestoneRow[] {
  return milestonesOf(room)
    .filter(({ status }) => !settled.includes(status))
    .map(rowOf);
}

function isFilled({ title, amount, due }: MilestoneRow): boolean {
  return [title, amount, due].some((text) => text.trim() !== '');
}

type Change = { readonly row: number; readonly fields: Readonly<Record<string, string>> };

/** The changed and the new rows, each with its place in the form. */
function changesIn(rows: readonly MilestoneRow[], room: Room): readonly Change[] {
  const before = new Map(initialRows(room).map((row) => [row.id, row]));
  const taken = new Set(Object.keys(room.view.milestones));
  return rows.flatMap((row, index): Change[] => {
    const old = before.get(row.id);
    if (old !== undefined) {
      const fields = differences(old, row);
      return Object.keys(fields).length === 0
        ? []
        : [{ row: index, fields: { id: row.id, ...fields } }];
    }
    if (!isFilled(row)) return [];
    const id = freeName(taken);
    taken.add(id);
    return [{ row: index, fields: { id, ...withoutBlank(row) } }];
  });
}

function differences(old: MilestoneRow, row: MilestoneRow): Record<string, string> {
  const fields: Record<string, string> = {};
  if (row.title.trim() !== old.title) fields.title = row.title;
  if (row.amount.trim() !== old.amount) fields.amount = row.amount;
  if (row.due !== old.due) fields.due = row.due === '' ? 'none' : row.due;
  return fields;
}

function withoutBlank({ title, amount, due }: MilestoneRow): Record<string, string> {
  return { title, amount, ...(due === '' ? {} : { due }) };
}

function freeName(taken: ReadonlySet<string>): string {
  let number = taken.size + 1;
  while (taken.has(`m${number}`)) number += 1;
  return `m${number}`;
}

/** The difference as the wire takes it. */
export function changeFields(form: URLSearchParams, room: Room): URLSearchParams {
  const rows = readRows(form);
  const fields = new URLSearchParams();
  for (const [place, change] of changesIn(rows, room).entries()) {
    for (const [name, value] of Object.entries(change.fields)) {
      fields.set(`milestones[${place}].${name}`, value);
    }
  }
  const kept = new Set(rows.map(({ id }) => id));
  const gone = initialRows(room).filter(({ id }) => !kept.has(id));
  if (gone.length > 0) fields.set('remove', gone.map(({ id }) => id).join(','));
  for (const name of ['scope', 'note']) {
    const text = form.get(name) ?? '';
    if (text.trim() !== '') fields.set(name, text);
  }
  return fields;
}

/** Where a field of the difference stands in the form: "milestones[0].amount" is a row's. */
export function placeInRows(field: string, form: URLSearchParams, room: Room): string {
  const [, at, name] = /^milestones\[(\d+)\]\.(title|amount|due|id)$/.exec(field) ?? [];
  if (at === undefined) return field;
  const change = changesIn(readRows(form), room)[Number(at)];
  return `milestone-${change?.row ?? 0}-${name === 'id' ? 'title' : name}`;
}
