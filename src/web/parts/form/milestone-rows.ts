// The rows of the composer as they travel: out of a posted form, and changed by its buttons.
// Plain text in, plain text out: nothing is judged here and nothing that was typed is lost.

export type MilestoneRow = {
  /** The milestone's id where it has one already, else "". */
  readonly id: string;
  readonly title: string;
  readonly amount: string;
  /** "2026-12-18" or "". */
  readonly due: string;
};

export const EMPTY_ROW: MilestoneRow = { id: '', title: '', amount: '', due: '' };

/** The rows of a posted form, in order; at least one. */
export function readRows(form: { getAll(name: string): readonly unknown[] }): MilestoneRow[] {
  const column = (name: string) => form.getAll(name).map((value) => String(value));
  const [ids, titles, amounts, dues] = [
    column('milestone_id'),
    column('milestone_title'),
    column('milestone_amount'),
    column('milestone_due'),
  ];
  const rows = titles.map((title, index) => ({
    id: ids[index] ?? '',
    title,
    amount: amounts[index] ?? '',
    due: dues[index] ?? '',
  }));
  return rows.length === 0 ? [EMPTY_ROW] : rows;
}

/** A row without a word in it is no milestone: send these. */
export function filledRows(rows: readonly MilestoneRow[]): MilestoneRow[] {
  return rows.filter((row) => [row.title, row.amount, row.due].some((text) => text.trim() !== ''));
}

/**
 * What a button of the composer does: "add", "remove:2", "up:2", "down:2". Undefined when the
 * value is none of these, which means that the form itself was sent.
 */
export function applyRowAction(
  rows: readonly MilestoneRow[],
  action: string | undefined,
): MilestoneRow[] | undefined {
  if (action === 'add') return [...rows, EMPTY_ROW];
  const [, verb, at] = /^(remove|up|down):(\d+)$/.exec(action ?? '') ?? [];
  if (verb === undefined) return undefined;
  const index = Number(at);
  const row = rows[index];
  if (row === undefined) return [...rows];
  const others = rows.toSpliced(index, 1);
  if (verb === 'remove') return others.length === 0 ? [EMPTY_ROW] : others;
  return others.toSpliced(Math.max(0, verb === 'up' ? index - 1 : index + 1), 0, row);
}
