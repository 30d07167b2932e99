// Tables where people compare: quiet heads, hairlines, numbers to the right, the last row under a
// double rule. On narrow columns each row folds to two lines; a cell can be dropped there when
// it is said elsewhere, or take the whole line.
import type { ComponentChildren } from 'preact';

export type Column = {
  readonly label: string;
  readonly num?: boolean | undefined;
  /** When folded: left out, or on a line of its own. */
  readonly fold?: 'drop' | 'wide' | undefined;
};

export type TableRow = {
  readonly key: string;
  /** One per column; the first is the row's head unless the table is `headless`. */
  readonly cells: readonly ComponentChildren[];
  readonly weak?: boolean | undefined;
  readonly id?: string | undefined;
};

export type TableProps = {
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
  /** The total under its lines. */
  readonly foot?: readonly ComponentChildren[] | undefined;
  readonly caption?: ComponentChildren;
  /** Column heads for screen readers only. */
  readonly headsHidden?: boolean | undefined;
  /** The first cell is a value like the others, not the name of its row. */
  readonly headless?: boolean | undefined;
  /** Times or labels in the first column: it takes a fixed width, so that two tables align. */
  readonly lined?: boolean | undefined;
};

export function Table(props: TableProps) {
  const { columns, rows, foot, caption, headsHidden = false, lined = false } = props;
  return (
    <div class="wrap">
      <table class={lined ? 'table folds lined' : 'table folds'}>
        {caption && <caption>{caption}</caption>}
        <thead class={headsHidden ? 'hidden' : undefined}>
          <tr>
            {columns.map((column) => (
              <th key={column.label} scope="col" class={column.num ? 'num' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} id={row.id} class={row.weak ? 'weak' : undefined}>
              <Cells columns={columns} cells={row.cells} headless={props.headless ?? false} />
            </tr>
          ))}
        </tbody>
        {foot && (
          <tfoot>
            <tr>
              <Cells columns={columns} cells={foot} headless={false} />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

type CellsProps = {
  readonly columns: readonly Column[];
  readonly cells: readonly ComponentChildren[];
  readonly headless: boolean;
};

function Cells({ columns, cells, headless }: CellsProps) {
  return (
    <>
      {columns.map((column, index) => {
        const looks = [column.num && 'num', column.fold].filter(Boolean).join(' ') || undefined;
        return index === 0 && !headless ? (
          <th key={column.label} scope="row" class={looks}>
            {cells[index]}
          </th>
        ) : (
          <td key={column.label} class={looks}>
            {cells[index]}
          </td>
        );
      })}
    </>
  );
}
